import { decide } from './decide.js';
import type { Policy } from './policy.js';
import type { AccessRequest, Consent, ConsentException, Decision } from './types.js';

/**
 * The consents by which a decision may be explained to the caller. Of a category whose existence hides, what a client said against it
 * is as if it had not been said: who refuses a thing has it. The client and the privacy officer are told everything.
 */
export function consentsToldOf(
  policy: Policy,
  consents: readonly Consent[],
  request: AccessRequest,
): readonly Consent[] {
  const { audience } = request.viewer;
  // Whoever acts for a client is not the client: some things are kept from a parent above all.
  const isToldAll = audience === 'PRIVACY_OFFICER' || (audience === 'CLIENT' && !request.proxy);
  if (isToldAll || !policy.hiddenCategories.has(request.category)) return consents;
  const { permitted, consents: counted } = decide(policy, consents, request);
  // Permitted and counted is also a no to the data of some days: that is nobody's to be told either.
  return permitted && counted.length > 0 ? consents.flatMap((consent) => withoutHidden(policy, consent) ?? []) : [];
}

/** A decision as the caller may be told of it. Permitted where it was refused: there is nothing, as far as they can tell. */
export function toldOf(policy: Policy, consents: readonly Consent[], request: AccessRequest): Decision {
  return decide(policy, consentsToldOf(policy, consents, request), request);
}

/**
 * A consent as somebody may read it who is not told everything: without what was refused, or taken back, of a category whose existence
 * hides. Undefined where it says nothing else: then there is no such consent.
 */
export function withoutHidden(policy: Policy, consent: Consent): Consent | undefined {
  const { categories, exceptions } = consent;
  const isYes = consent.effect === 'PERMIT' && consent.status === 'ACTIVE';
  const told = isYes ? categories : categories.filter((category) => !policy.hiddenCategories.has(category));
  if (told.length === 0 && categories.length > 0) return undefined;
  return {
    ...consent,
    categories: told,
    ...(exceptions && { exceptions: exceptionsWithoutHidden(policy, exceptions) }),
  };
}

/** An exception from a yes is a no: of a hidden category it says what the no would. */
function exceptionsWithoutHidden(policy: Policy, exceptions: readonly ConsentException[]): readonly ConsentException[] {
  return exceptions.flatMap((exception) => {
    const categories = exception.categories?.filter((category) => !policy.hiddenCategories.has(category));
    if (categories?.length === 0 && exception.categories?.length !== 0) return [];
    return [
      {
        ...exception,
        ...(categories && { categories }),
        ...(exception.exceptions && { exceptions: exceptionsWithoutHidden(policy, exception.exceptions) }),
      },
    ];
  });
}
