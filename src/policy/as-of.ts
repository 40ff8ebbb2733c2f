import type { PolicyDocument } from '../store/documents/policy.js';

/**
 * The version by which hubs decided at an instant: the one that was activated last by then. For a time before activations were
 * kept, the one that had taken effect by its own date; undefined where there was none.
 */
export function policyAsOf(versions: readonly PolicyDocument[], instant: string): PolicyDocument | undefined {
  const activations = versions
    .flatMap((version) => version.activatedAt.map((at) => ({ at, version })))
    .filter(({ at }) => at <= instant)
    .toSorted(byText(({ at }) => at));
  const day = instant.slice(0, 10);
  return (
    activations.at(-1)?.version ??
    versions
      .filter(({ effectiveFrom }) => effectiveFrom <= day)
      .toSorted(byText(({ effectiveFrom }) => effectiveFrom))
      .at(-1)
  );
}

/** The version by which hubs decided before they began to decide by this one for the last time. */
export function policyBefore(versions: readonly PolicyDocument[], version: string): PolicyDocument | undefined {
  const activations = versions
    .flatMap((each) => each.activatedAt.map((at) => ({ at, each })))
    .toSorted(byText(({ at }) => at));
  const last = activations.findLastIndex(({ each }) => each.id === version);
  return activations.slice(0, Math.max(last, 0)).findLast(({ each }) => each.id !== version)?.each;
}

const byText =
  <Item>(text: (item: Item) => string) =>
  (left: Item, right: Item): number =>
    text(left) < text(right) ? -1 : 1;
