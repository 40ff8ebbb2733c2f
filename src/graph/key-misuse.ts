import { isIdempotencyKey } from '../idempotency/used-keys.js';
import type { RequestContext } from './context.js';

/** Why nothing may be done for a key: it is of the wrong shape, or stands for another input. */
export interface KeyMisuse {
  readonly reason: 'INVALID_INPUT' | 'IDEMPOTENCY_KEY_REUSED';
  readonly message: string;
}

/**
 * Ties a mutation's key to its input, and says what is wrong with it; undefined where the verb may go on. A verb behind a key that
 * came before with the same input finds what it did, or finishes what a crash cut short.
 */
export async function keyMisuse(
  mutation: string,
  { idempotencyKey, ...asked }: { readonly idempotencyKey: string },
  { services, viewer }: Pick<RequestContext, 'services' | 'viewer'>,
): Promise<KeyMisuse | undefined> {
  if (!isIdempotencyKey(idempotencyKey)) {
    return { reason: 'INVALID_INPUT', message: 'idempotencyKey must be 8 to 64 letters, digits and hyphens.' };
  }
  if ((await services.usedKeys.use(viewer, idempotencyKey, [mutation, asked])) !== 'OTHER') return undefined;
  return { reason: 'IDEMPOTENCY_KEY_REUSED', message: 'idempotencyKey was used before with another input.' };
}
