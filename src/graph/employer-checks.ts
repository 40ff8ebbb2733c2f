import { keyFault } from '../employer/once.js';
import type { EmployerRefusal } from '../employer/refusal.js';

/** A refusal as the contract shows it. */
export const refusal = (reason: EmployerRefusal, message: string) =>
  ({ __typename: 'EmployerRefused', reason, message }) as const;

export const notFound = (what: string) => refusal('NOT_FOUND', `No such ${what} for this caller.`);
export const notPermitted = refusal('NOT_PERMITTED', 'This is for the service that works with the employer.');

/** What is wrong with an input, naming the field and repeating no value; undefined where nothing is. */
export function faultOf(key: string, ...checks: readonly (string | undefined)[]) {
  const message = keyFault(key) ?? checks.find((fault) => fault !== undefined);
  return message === undefined ? undefined : refusal('INVALID_INPUT', message);
}

export const textCheck = (name: string, text: string, longest: number): string | undefined =>
  text.trim() === '' || text.length > longest ? `${name} must be 1 to ${longest} characters.` : undefined;

export const check = (holds: boolean, message: string): string | undefined => (holds ? undefined : message);
