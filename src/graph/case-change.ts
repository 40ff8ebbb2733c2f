import type { DataCategory } from '../access/types.js';
import { strangerTo, type CaseOutcome, type Change } from '../support/case-desk.js';
import { refused, type Refusal } from '../support/refusal.js';
import type { CaseEventKind } from '../support/words.js';
import { caseOf, findCase, openOwnCases, type CaseFile } from './case-file.js';
import type { RequestContext } from './context.js';

interface CaseChanged {
  readonly __typename: 'CaseChanged';
  readonly case: CaseFile;
}
interface CaseRefused extends Omit<Refusal, 'kind'> {
  readonly __typename: 'CaseRefused';
}
export type CaseAnswer = CaseChanged | CaseRefused;

export const refusal = ({ reason, message }: Refusal): CaseRefused => ({ __typename: 'CaseRefused', reason, message });

/**
 * One change of one case by this caller. Only whoever runs the case changes it; with `orWhoMaySee`, others may too who may see
 * that category of the person, and the change itself says what of it is theirs.
 */
export async function changeCase<Input extends { readonly case: string; readonly idempotencyKey: string }>(
  kind: CaseEventKind,
  input: Input,
  context: RequestContext,
  change: (input: Input) => Change,
  orWhoMaySee?: DataCategory,
): Promise<CaseAnswer> {
  const { services, viewer, disclosures } = context;
  const section = 'Mutation.changeCase';
  const found = await findCase(input.case, context, section);
  if (!found) return refusal(notFound);
  const stranger = strangerTo(found.document, viewer);
  if (stranger && (orWhoMaySee === undefined || !disclosures.decide(found.file, orWhoMaySee, section).permitted)) {
    return refusal(stranger);
  }
  const { case: _id, idempotencyKey, ...asked } = input;
  const outcome = await services.cases.change(viewer, found.document.id, idempotencyKey, {
    kind,
    input: asked,
    change: change(input),
  });
  if (outcome.kind === 'refused') return refusal(outcome);
  return { __typename: 'CaseChanged', case: caseOf(found.file, outcome.document, context) };
}

const notFound = refused('NOT_FOUND', 'No such case for this caller.');

/** A case that was opened, as the contract shows it. */
export async function answer(outcome: CaseOutcome, context: RequestContext): Promise<CaseAnswer> {
  if (outcome.kind === 'refused') return refusal(outcome);
  const [opened] = await openOwnCases([outcome.document], context);
  return opened ? { __typename: 'CaseChanged', case: opened } : refusal(notFound);
}
