import { createHash } from 'node:crypto';
import { Kind, print, visit, type DocumentNode } from 'graphql';

/** An operation as the ledger keeps it. */
export interface OperationText {
  /** Without comments, and without a literal value: text is `""` and a number 0. What a caller wrote there may be an identifier. */
  readonly text: string;
  /** SHA-256 of that text, hex: that of the text as sent would let whoever has it try which identifier stood in it. */
  readonly digest: string;
}

export function operationText(document: DocumentNode): OperationText {
  const text = print(
    visit(document, {
      StringValue: (node) => ({ ...node, value: '', block: false }),
      IntValue: () => ({ kind: Kind.INT, value: '0' }),
      FloatValue: () => ({ kind: Kind.FLOAT, value: '0' }),
    }),
  );
  return { text, digest: createHash('sha256').update(text).digest('hex') };
}
