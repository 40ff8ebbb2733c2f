import type { decide as decideFunction } from '../access/decide.js';
import type { Policy } from '../access/policy.js';
import type { Consent, Decision, DecisionFacts } from '../access/types.js';
import type { LedgerDocument, LedgerLine } from '../store/documents.js';
import { canonicalJson } from './canonical.js';
import {
  addressedLine,
  auditReadLine,
  changedLine,
  decisionLine,
  digestOfDecisions,
  foundLine,
  notFoundLine,
  notFoundRules,
} from './lines.js';

/** What a replay needs of the past, and the decision that it runs again. */
export interface ReplayParts {
  readonly decide: typeof decideFunction;
  readonly policyOf: (version: string) => Promise<Policy | undefined>;
  /** By `id@version`; those that are not there are left out. */
  readonly consentsOf: (versions: readonly string[]) => Promise<ReadonlyMap<string, Consent>>;
}

/** What became of one record when it was decided again. */
export type Replayed =
  /** The same lines and the same decisions, byte for byte. */
  | { readonly kind: 'SAME' }
  /** The same lines as far as an older record says what they rested on: the consents that counted, not those that did not. */
  | { readonly kind: 'SAME_AS_FAR_AS_SAID' }
  | { readonly kind: 'DIFFERENT'; readonly section: string; readonly recorded: string; readonly replayed: string }
  /** What the record names is not kept here. */
  | { readonly kind: 'CANNOT'; readonly why: string };

/**
 * Decides what a record says was decided once more, under the versions that it names, and compares the bytes. `sources` is
 * taken from the record: which systems were asked is a fact of that day's configuration, not of the decision.
 */
export async function replay(record: LedgerDocument, parts: ReplayParts): Promise<Replayed> {
  const policy = await parts.policyOf(record.policyVersion);
  if (!policy) return { kind: 'CANNOT', why: `policy version ${record.policyVersion} is not kept` };
  const named = [...new Set([...(record.inputs?.consents ?? []), ...record.lines.flatMap(({ consents }) => consents)])];
  const consents = await parts.consentsOf(named);
  const missing = named.find((version) => !consents.has(version));
  if (missing !== undefined) return { kind: 'CANNOT', why: `consent ${missing} is not kept` };

  const { inputs } = record;
  // Before issuers were recorded no consent could name one.
  const viewer = { ...record.viewer, issuer: record.viewer.issuer ?? '' };
  const decisions: Decision[] = [];
  for (const line of record.lines) {
    const decideOn = (versions: readonly string[], facts: DecisionFacts): Decision | undefined =>
      line.category &&
      parts.decide(
        policy,
        versions.flatMap((version) => consents.get(version) ?? []),
        { ...facts, viewer, category: line.category },
      );
    const again = inputs
      ? lineAgain(line, record, decideOn(inputs.consents, inputs), () => decideOn(line.consents, inputs))
      : lineAgain(line, record, decideOn(line.consents, factsSaidBy(line, record)), () => undefined);
    if (again.decision) decisions.push(again.decision);
    const [recorded, replayed] = [canonicalJson(line), canonicalJson(again.line)];
    if (recorded !== replayed) return { kind: 'DIFFERENT', section: line.section, recorded, replayed };
  }
  if (!inputs) return { kind: 'SAME_AS_FAR_AS_SAID' };
  const digest = decisions.length > 0 ? digestOfDecisions(decisions) : undefined;
  if (digest === record.decisions) return { kind: 'SAME' };
  const section = 'the data periods or the next step of a decision';
  return { kind: 'DIFFERENT', section, recorded: record.decisions ?? 'none', replayed: digest ?? 'none' };
}

interface Again {
  readonly line: LedgerLine | undefined;
  readonly decision?: Decision;
}

/** The line that would be written now. `before`: the decision at the first look, where there were two. */
function lineAgain(
  line: LedgerLine,
  { viewer, clientId, inputs }: LedgerDocument,
  decision: Decision | undefined,
  before: () => Decision | undefined,
): Again {
  switch (line.outcome) {
    case 'NOT_FOUND':
      return {
        line:
          inputs?.related === true
            ? undefined
            : notFoundLine(
                line.section,
                notFoundRules.find((rule) => rule === line.rule),
              ),
      };
    case 'CHANGED':
      return changedAgain(line, decision, inputs, before);
    case 'PERMITTED':
    case 'REFUSED':
      if (decision) return { line: decisionLine(decision, line.section, line.sources), decision };
      if (clientId === undefined) {
        return { line: viewer.audience === 'PRIVACY_OFFICER' ? auditReadLine(line.section) : undefined };
      }
      if (line.rule === 'ADDRESSED') {
        return { line: viewer.audience === 'PRIVACY_OFFICER' ? addressedLine(line.section) : undefined };
      }
      if (inputs?.related === false) {
        return { line: inputs.emergency ? foundLine(line.section, 'IN_EMERGENCY') : undefined };
      }
      return { line: foundLine(line.section, viewer.audience) };
  }
}

/** It was permitted under the consents that the line names, and refused under those that the record looked at. */
function changedAgain(
  line: LedgerLine,
  now: Decision | undefined,
  inputs: LedgerDocument['inputs'],
  before: () => Decision | undefined,
): Again {
  const rule =
    (['RESTRICTION_CHANGED', 'AUTHORITY_ENDED', 'EMERGENCY_ENDED'] as const).find((each) => each === line.rule) ??
    'CONSENT_CHANGED';
  const again = changedLine(rule, line.consents, line.category);
  if (!inputs) return { line: again };
  if (rule === 'AUTHORITY_ENDED') return { line: inputs.related ? undefined : again };
  if (rule === 'RESTRICTION_CHANGED') return { line: inputs.locationRestricted ? again : undefined };
  // The record holds the access as it was found at the second look, ended: what it was at the first, the one before says.
  if (rule === 'EMERGENCY_ENDED') {
    return inputs.emergency && now?.permitted === false ? { line: again, decision: now } : { line: undefined };
  }
  if (!now || now.permitted || before()?.permitted !== true) return { line: undefined };
  return { line: again, decision: now };
}

/** What a record without inputs tells of them: its day, and what a refusal gives away. */
function factsSaidBy({ reason }: LedgerLine, { at }: LedgerDocument): DecisionFacts {
  return {
    today: at.slice(0, 10),
    related: reason !== 'NO_RELATIONSHIP',
    locationRestricted: reason === 'LOCATION_RESTRICTED',
  };
}
