import type { DataCategory } from '../../access/types.js';
import { hubAsSource } from '../../correction/holder.js';
import { isOpen } from '../../correction/machine.js';
import { nobody } from '../../identity/directory.js';
import { findClient, openFile, openNobody } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import { correctionAddressed, correctionShown, disputedIn, visibleCorrections } from '../correction-view.js';
import type {
  AnswerCorrectionInput,
  ClientResolvers,
  CorrectionRefusalReason,
  CorrectionRequestResolvers,
  CorrectionStepResolvers,
  MutationResolvers,
  RequestCorrectionInput,
} from '../generated.js';
import { keyMisuse } from '../key-misuse.js';
import { pageOf } from '../page.js';
import type { OfClient } from '../section-records.js';
import { keyOf, pageSize } from './client.js';

const largestPage = 50;
const longestText = 2_000;
/** Of these the hub itself holds records. */
const heldByHub: ReadonlySet<DataCategory> = new Set(['REFERRALS', 'SUPPORT', 'WORKPLACE_ADJUSTMENTS']);

const Client: Pick<ClientResolvers, 'correctionRequests'> = {
  correctionRequests: async (file, { first, after }, context) => {
    const list = `corrections ${file.id}`;
    const limit = pageSize(first, largestPage);
    const from = after == null ? undefined : keyOf(after, list, context);
    const found = await visibleCorrections(file, limit + 1, from, context);
    return {
      withheld: null,
      ...pageOf({
        items: found.slice(0, limit).map((node) => ({ node, key: [node.correction.requestedAt, node.correction.id] })),
        hasNextPage: found.length > limit,
        hasPreviousPage: after != null,
        cursorOf: (key) => context.services.cursors.encode(context.viewer, list, key),
      }),
    };
  },
};

const Mutation: Pick<MutationResolvers, 'requestCorrection' | 'answerCorrection'> = {
  requestCorrection: async (_root, { input }, context) => {
    const { viewer, services, disclosures, policy } = context;
    const misuse = await keyMisuse('requestCorrection', input, context);
    if (misuse) return refused(misuse.reason, misuse.message);
    const fault = faultInRequest(input, context);
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    const { category, source, says, shouldSay, evidence } = input;
    // By the category alone: whether the client refused it must not be told by what becomes of this.
    const hides = policy.hiddenCategories.has(category);
    if (hides && viewer.audience !== 'CLIENT') return notShown;
    const file = await findClient({ id: input.client }, context, 'Mutation.requestCorrection', {
      forRepresentative: true,
    });
    if (!file) return notFound;
    if ((hides && file.proxy) || !disclosures.decide(file, category, 'Mutation.requestCorrection').permitted) {
      return notShown;
    }
    const correction = await services.corrections.request(viewer, file.id, input.idempotencyKey, {
      category,
      source,
      says: says ?? undefined,
      shouldSay,
      evidence: evidence ?? undefined,
      representative: file.proxy,
    });
    return { __typename: 'CorrectionRequested', correction: correctionShown(correction, file, context) };
  },
  answerCorrection: async (_root, { input }, context) => {
    const { viewer, services, disclosures } = context;
    const section = 'Mutation.answerCorrection';
    const misuse = await keyMisuse('answerCorrection', input, context);
    if (misuse) return refused(misuse.reason, misuse.message);
    if (viewer.audience !== 'PRIVACY_OFFICER') return refused('NOT_PERMITTED', 'This caller answers no such requests.');
    const fault = faultInAnswer(input);
    if (fault !== undefined) return refused('INVALID_INPUT', fault);
    const id = services.pairwiseIds.decode(viewer.organisation, 'correction', input.correction);
    const found = await services.corrections.byId(id ?? nobody());
    const mayAnswer = await services.corrections.mayAnswer(viewer, found);
    // Of no request, nobody is read: an id that is not the caller's must not show in the time that it takes.
    const about = found?.clientId ?? nobody();
    const client = (await services.directory.byIds([about])).get(about);
    const file = await (client ? openFile(client, context) : openNobody(context));
    if (!found || !mayAnswer || !file) {
      disclosures.notFound(section, file);
      return notFound;
    }
    disclosures.addressed(section, file);
    const outcome = await services.corrections.answer(viewer, found.id, input.idempotencyKey, {
      move: input.move,
      refusal: input.refusal ?? undefined,
      words: input.words ?? undefined,
    });
    if (outcome.kind === 'refused') return refused(outcome.reason, outcome.message);
    const correction = correctionAddressed(outcome.correction, viewer.organisation);
    return { __typename: 'CorrectionAnswered', correction };
  },
};

const refused = (reason: CorrectionRefusalReason, message: string) =>
  ({ __typename: 'CorrectionRefused', reason, message }) as const;
const notFound = refused('NOT_FOUND', 'No such client or request for this caller.');
const notShown = refused('NOT_PERMITTED', 'Of this client, this caller is not shown facts of this category.');

function faultInRequest(input: RequestCorrectionInput, { services }: RequestContext): string | undefined {
  const { category, source } = input;
  const feeds = services.sourcesOf(category).includes(source) || (source === hubAsSource && heldByHub.has(category));
  if (!feeds) return 'source feeds nothing of this category.';
  for (const name of ['says', 'shouldSay', 'evidence'] as const) {
    if (!isText(input[name])) return `${name} must be 1 to ${longestText} characters.`;
  }
  return undefined;
}

function faultInAnswer({ move, refusal, words }: AnswerCorrectionInput): string | undefined {
  if ((move === 'REFUSE') !== (refusal != null)) return 'refusal must be given with REFUSE, and only there.';
  const isNeeded = move === 'REFUSE' || move === 'EXTEND';
  return (isNeeded && words == null) || !isText(words) ? `words must be 1 to ${longestText} characters.` : undefined;
}

/** What is left out is no fault here. */
const isText = (text: string | null | undefined): boolean =>
  text == null || (text.trim() !== '' && text.length <= longestText);

const CorrectionRequest: CorrectionRequestResolvers = {
  id: ({ correction }, _args, { services, viewer }) =>
    services.pairwiseIds.encode(viewer.organisation, 'correction', correction.id),
  category: ({ correction }) => correction.category,
  says: ({ correction, mayRead }, _args, { services }) =>
    mayRead ? services.corrections.wordsOf(correction.says) : null,
  shouldSay: ({ correction, mayRead }, _args, { services }) =>
    mayRead ? services.corrections.wordsOf(correction.shouldSay) : null,
  evidence: ({ correction, mayRead, isParty }, _args, { services }) =>
    mayRead && isParty ? services.corrections.wordsOf(correction.evidence) : null,
  // One that was just asked has its task, and nobody is shown one that has none.
  state: ({ correction: { state } }) => (state === 'REQUESTING' ? 'REQUESTED' : state),
  requestedAt: ({ correction }) => correction.requestedAt,
  requestedBy: ({ correction: { requestedBy }, isParty }) =>
    isParty && requestedBy.audience !== 'CLIENT' ? requestedBy.organisation : null,
  addressedTo: ({ correction, isParty }) => (isParty ? correction.addressedTo : null),
  dueOn: ({ correction }) => correction.dueOn,
  overdue: ({ correction: { state, dueOn } }, _args, { today }) => isOpen(state) && today > dueOn,
  refusal: ({ correction: { moves } }) => moves.at(-1)?.refusal ?? null,
  history: ({ correction: { moves }, mayRead, locationWithheld }) =>
    mayRead ? moves.map((step) => ({ step, locationWithheld })) : [],
};

const CorrectionStep: CorrectionStepResolvers = {
  move: ({ step }) => step.move,
  at: ({ step }) => step.at,
  refusal: ({ step }) => step.refusal ?? null,
  words: ({ step }, _args, { services }) => services.corrections.wordsOf(step.words),
};

/** What is in dispute in a section, beside what its sources say. */
const inSection =
  (category: DataCategory) =>
  ({ file }: OfClient, _args: unknown, context: RequestContext) =>
    disputedIn(file, category, context);

export const correction = {
  Client,
  Mutation,
  CorrectionRequest,
  CorrectionStep,
  Demographics: { corrections: inSection('DEMOGRAPHICS') },
  Contact: { corrections: inSection('CONTACT') },
  WorkStatus: { corrections: inSection('WORK_STATUS') },
  Employment: { corrections: inSection('EMPLOYMENT_STATUS') },
  Benefits: { corrections: inSection('BENEFITS') },
  FitNotes: { corrections: inSection('FIT_NOTES') },
  Conditions: { corrections: inSection('CONDITIONS') },
  Measures: { corrections: inSection('MEASURES') },
  Observations: { corrections: inSection('OBSERVATIONS') },
  Appointments: { corrections: inSection('APPOINTMENTS') },
  Encounters: { corrections: inSection('ENCOUNTERS') },
  Referrals: { corrections: inSection('REFERRALS') },
  Support: { corrections: inSection('SUPPORT') },
};
