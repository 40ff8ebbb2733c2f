import type { Audience, Viewer } from '../../access/types.js';
import { isIdempotencyKey, scopedKey } from '../../idempotency/used-keys.js';
import type { MatchOutcome } from '../../identity/matching/desk.js';
import { faultIn, type MatchProposal } from '../../identity/matching/proposal.js';
import type { RelationshipDocument } from '../../store/documents/relationship.js';
import type { RequestContext } from '../context.js';
import type { DecideMatchInput, MatchRefusalReason, MutationResolvers, RequestTraceInput } from '../generated.js';

const longestReason = 2_000;

const Mutation: Pick<MutationResolvers, 'requestTrace' | 'decideMatch'> = {
  requestTrace: async (_root, { input }, context) => {
    const { services, viewer } = context;
    const { idempotencyKey, ...asked } = input;
    const proposal = proposalOf(asked, viewer, new Date(services.now()).toISOString());
    if (!services.matchModel.requesters.has(viewer.audience) || !proposal) {
      return refused('NOT_PERMITTED', 'This caller may not ask for a trace.');
    }
    const fault = faultIn(proposal.description);
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    const misuse = await misuseOf(idempotencyKey, ['requestTrace', asked], context);
    if (misuse) return misuse;
    const { subject, organisation, audience } = viewer;
    const match = await services.matches.request({ subject, organisation, audience }, 'STAFF', proposal);
    return {
      __typename: 'TraceRequested',
      reference: services.pairwiseIds.encode(organisation, 'match', match.id),
    };
  },
  decideMatch: async (_root, { input }, context) => {
    const { services, viewer } = context;
    const { idempotencyKey, reason } = input;
    if (reason.trim() === '' || reason.length > longestReason) {
      return refused('INVALID_INPUT', `reason must be 1 to ${longestReason} characters.`);
    }
    if ((input.decision === 'LATER') !== (input.dueAt != null)) {
      return refused('INVALID_INPUT', 'dueAt goes with LATER, and LATER with it.');
    }
    const id = services.pairwiseIds.decode(viewer.organisation, 'match', input.match);
    const match = id === undefined ? undefined : await services.matches.byId(id);
    if (!match) return notFound;
    const { idempotencyKey: _key, ...asked } = input;
    const misuse = await misuseOf(idempotencyKey, ['decideMatch', asked], context);
    if (misuse) return misuse;
    if (input.decision === 'LATER') return putOff(input, match.id, context);
    const outcome = await services.matches.decide(match, viewer, input.decision, reason);
    return answer(outcome, input.decision);
  },
};

function answer(outcome: MatchOutcome, decision: DecideMatchInput['decision']) {
  if (outcome.kind === 'decided') return { __typename: 'MatchDecided', decision } as const;
  return outcome.reason === 'NOT_FOUND' ? notFound : refused(outcome.reason, words[outcome.reason]);
}

/** The task waits longer; the match stays as it was. */
async function putOff(
  { reason, dueAt, idempotencyKey }: DecideMatchInput,
  match: string,
  { services, viewer }: RequestContext,
) {
  if (dueAt == null || Date.parse(dueAt) <= services.now()) {
    return refused('INVALID_INPUT', 'dueAt must be in the future.');
  }
  const task = await services.tasks.byKey('MATCH_REVIEW', match);
  if (!task) return notFound;
  const { organisation, audience } = viewer;
  const result = await services.tasks.reassign(task.id, viewer, {
    owner: { organisation, audience },
    reason,
    key: scopedKey(viewer, idempotencyKey),
    dueAt: new Date(dueAt).toISOString(),
  });
  if (result.kind === 'done') return { __typename: 'MatchDecided', decision: 'LATER' } as const;
  return result.reason === 'ALREADY_COMPLETED' ? refused('ALREADY_DECIDED', words.ALREADY_DECIDED) : notFound;
}

/** A key of the wrong shape, or one that came with another input. */
async function misuseOf(key: string, input: unknown, { services, viewer }: RequestContext) {
  if (!isIdempotencyKey(key)) {
    return refused('INVALID_INPUT', 'idempotencyKey must be 8 to 64 letters, digits and hyphens.');
  }
  if ((await services.usedKeys.use(viewer, key, input)) !== 'OTHER') return undefined;
  return refused('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey was used before with another input.');
}

const refused = (reason: MatchRefusalReason, message: string) =>
  ({ __typename: 'MatchRefused', reason, message }) as const;
const notFound = refused('NOT_FOUND', 'No such possible match for this caller.');
const words = {
  NOT_FOUND: notFound.message,
  NOT_PERMITTED: 'Nobody decides what they asked for.',
  ALREADY_DECIDED: 'It is already decided.',
  LINKED_OTHERWISE: 'The person has another identifier in one of these systems.',
  CHANGED_MEANWHILE: 'Somebody changed it meanwhile: read it again.',
} as const;

/** What each part works with a client as, once the client is known. */
const relationshipKinds: Readonly<Partial<Record<Audience, RelationshipDocument['kind']>>> = {
  CLINICIAN: 'REGISTERED_PRACTICE',
  WORK_COACH: 'JOBCENTRE',
  WORK_AND_HEALTH_COACH: 'SUPPORT_PROVIDER',
  PROVIDER_MANAGER: 'SUPPORT_PROVIDER',
};

function proposalOf(
  { familyName, givenName, birthDate, postcode, sex }: Omit<RequestTraceInput, 'idempotencyKey'>,
  { audience, organisation }: Viewer,
  since: string,
): MatchProposal | undefined {
  const kind = relationshipKinds[audience];
  return (
    kind && {
      description: {
        familyName: familyName.trim(),
        birthDate,
        ...(givenName != null && givenName.trim() !== '' && { givenName: givenName.trim() }),
        ...(postcode != null && { postcode }),
        ...(sex != null && { sex }),
      },
      externalIds: {},
      relationships: [{ organisation, kind, since }],
    }
  );
}

export const identity = { Mutation };
