import type { Receipt } from '../audit/receipt.js';
import type { LedgerDocument } from '../store/documents.js';
import type { RequestContext } from './context.js';

/** A receipt as its holder gets it. */
export interface HeldReceipt extends Omit<Receipt, 'record'> {
  readonly record: string | null;
}

/**
 * The client, and whoever acts for them as far as the access history is theirs to read, hold the record itself. A privacy officer
 * holds its hash: the record names the client by the hub's own id, under which two organisations' tables could be joined, and
 * that no organisation is ever given (goal row 27).
 */
export async function receiptFor(
  record: LedgerDocument,
  { services, viewer, call }: RequestContext,
): Promise<HeldReceipt | null> {
  if (viewer.audience !== 'CLIENT' && viewer.audience !== 'PRIVACY_OFFICER') return null;
  try {
    const receipt = await services.receipts.of(record);
    if (!receipt) return null;
    return viewer.audience === 'CLIENT' ? receipt : { ...receipt, record: null };
  } catch (error) {
    services.report({ what: 'a receipt', correlationId: call.correlationId, error });
    return null;
  }
}
