import { decide } from '../../access/decide.js';
import { unnamed } from '../../access/effects.js';
import { consentsToldOf } from '../../access/told.js';
import { whatWouldChange } from '../../access/what-would-change.js';
import type { Question } from '../../access/what-would-change.js';
import type { AccessRequest, ClientId, OrganisationId, Viewer } from '../../access/types.js';
import { consequenceOfRefusal } from '../basis-words.js';
import { findClient } from '../client-lookup.js';
import type { RequestContext } from '../context.js';
import { HubError } from '../errors.js';
import type { AccessExplanation, QueryResolvers, ViewerInput } from '../generated.js';
import type { ClientFile } from '../client-file.js';
import { recordsOf, scopeOf } from '../proxy.js';
import { mayOversee, overseenCategories } from '../oversight.js';
import { momentsOf } from '../past-moments.js';
import { nextStepAfter, stepSentence } from '../step-words.js';
import { whatCouldSee } from '../../policy/what-could-see.js';

const Query: Pick<QueryResolvers, 'explainAccess' | 'whatCouldSee'> = {
  explainAccess: async (_root, { client, category, as }, context) => {
    if (as && context.viewer.audience !== 'PRIVACY_OFFICER') {
      throw new HubError('NOT_ALLOWED', 'as: only a privacy officer may ask for another caller.');
    }
    const options = { forRepresentative: true, toRead: true };
    const file = await findClient({ id: client }, context, 'Query.explainAccess', options);
    const viewer = as ? whoWouldAsk(as, context.viewer) : context.viewer;
    const named = as && file ? (await versionsNamed(as, file, context))?.at(-1) : undefined;
    const proxy = as ? named : file?.proxy;
    const isEnded = named?.representation.status === 'ENDED';
    const related = file !== null && (as ? !isEnded && (await isWorkingWith(viewer, file.id, context)) : file.related);
    const emergency = as ? undefined : file?.emergency;
    const isKnown = related || emergency !== undefined;
    const request: AccessRequest = {
      viewer,
      category,
      related,
      locationRestricted: isKnown && file?.locationRestricted === true,
      today: context.today,
      ...(emergency && { emergency }),
      ...(proxy && { proxy: scopeOf(context.policy, proxy) }),
    };
    // Of nobody, and of nobody-of-theirs, there is nothing to explain by but the policy.
    const terms = isKnown ? (file?.terms ?? []) : [];
    const consents = as ? terms : consentsToldOf(context.policy, terms, request);
    return explanation({ policy: context.policy, consents, request }, context);
  },
  whatCouldSee: async (_root, { client, viewer, on }, context) => {
    if (on > context.today) throw new HubError('BAD_INPUT', 'on: must not be after today.');
    const file = await findClient({ id: client }, context, 'Query.whatCouldSee', { forRepresentative: true });
    if (!file || !mayOversee(file, context, 'Query.whatCouldSee')) return null;
    const who = whoWouldAsk(viewer, context.viewer);
    const representative = await versionsNamed(viewer, file, context);
    const [first, ...later] = await momentsOf(
      file,
      { viewer: who, ...(representative && { representative }) },
      on,
      context,
    );
    if (!first) return { on, policyVersions: [], related: false, categories: [] };
    const moments = [first, ...later] as const;
    return {
      on,
      policyVersions: [...new Set(moments.map(({ policy }) => policy.version))],
      related: moments.some(({ related }) => related),
      categories: whatCouldSee(who, on, moments)
        .filter(overseenCategories(file, context))
        .map(({ decision, category, permitted, wholeDay }) => ({
          category,
          permitted,
          wholeDay,
          rule: decision.rule,
          basis: decision.basis,
          reason: decision.reason ?? null,
          consents: versionsFor(decision.consents, context),
        })),
    };
  },
};

/** Every version of the authority that is named. @throws HubError BAD_INPUT where it is none to act for this client */
async function versionsNamed({ representative, audience }: ViewerInput, file: ClientFile, context: RequestContext) {
  if (representative == null) return undefined;
  const { pairwiseIds, representatives } = context.services;
  const id = pairwiseIds.decode(context.viewer.organisation, 'representative', representative);
  const versions = id === undefined ? [] : await representatives.versionsOf(id);
  const records = await recordsOf(file.id, context);
  if (audience === 'CLIENT' && versions.some(({ clientId }) => records.includes(clientId))) return versions;
  throw new HubError('BAD_INPUT', 'representative: must be one of this client’s, and audience CLIENT.');
}

function whoWouldAsk(as: ViewerInput, { issuer }: Viewer): AccessRequest['viewer'] {
  const { audience, purpose, subject, application } = as;
  return {
    audience,
    purpose,
    organisation: as.organisation as OrganisationId,
    subject: subject ?? unnamed,
    issuer,
    ...(application != null && { application }),
  };
}

const isWorkingWith = (
  viewer: AccessRequest['viewer'],
  client: ClientId,
  { services }: RequestContext,
): Promise<boolean> =>
  viewer.audience === 'CLIENT' ? Promise.resolve(true) : services.directory.isRelated(viewer, client, undefined);

function explanation(question: Question, context: RequestContext): AccessExplanation {
  const { policy, consents, request } = question;
  const decision = decide(policy, consents, request);
  const { permitted, reason, basis } = decision;
  const { audience, purpose, application } = request.viewer;
  const rule = policy.ruleFor(audience, purpose, request.category, application);
  return {
    permitted,
    category: request.category,
    rule: decision.rule,
    because: rule?.because ?? 'What no rule permits is refused.',
    basis,
    consequenceOfRefusal: consequenceOfRefusal(basis, rule),
    policyVersion: decision.policyVersion,
    reason: reason ?? null,
    consents: versionsFor(decision.consents, context),
    changes: whatWouldChange(question).map((steps) => ({
      steps: steps.map((step) => ({
        kind: step.kind,
        sentence: stepSentence(step),
        purpose: step.kind === 'OTHER_PURPOSE' ? step.purpose : null,
        consents: step.kind === 'CLIENT_TAKES_BACK' ? versionsFor(step.consents, context) : [],
      })),
    })),
    nextStep: decision.nextStep ?? (reason ? nextStepAfter[reason] : null),
  };
}

/** `id@version` with ids as this caller is given them. */
const versionsFor = (versions: readonly string[], { services, viewer }: RequestContext): readonly string[] =>
  versions.map((version) => {
    const at = version.lastIndexOf('@');
    const id = services.pairwiseIds.encode(viewer.organisation, 'consent', version.slice(0, at));
    return `${id}${version.slice(at)}`;
  });

export const explain = { Query };
