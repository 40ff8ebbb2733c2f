import type { CallContext } from '../../adapters/contract.js';
import type { ConnectedSource, SourceOperations } from '../../adapters/operations.js';

/** A source's operations for one request, made when first asked for. */
export interface RequestSource {
  readonly name: string;
  readonly operations: () => SourceOperations;
}

export function sourcesForRequest(connected: readonly ConnectedSource[], call: CallContext): readonly RequestSource[] {
  return connected.map(({ name, connection }) => {
    let operations: SourceOperations | undefined;
    return { name, operations: () => (operations ??= connection.loaders(call)) };
  });
}
