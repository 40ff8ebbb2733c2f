import type { Stored } from './port.js';

/** What was read lately of one collection, for an engine that is alone with its store: every write passes by here. */
export interface RecentReads<Document extends Stored> {
  document(id: string): Document | undefined;
  /** Hands a document that was read just now through, remembering it where that is safe. */
  keep(document: Document): Document;
  /** The answer to one question. */
  answer(question: string, read: () => readonly Document[]): readonly Document[];
  /** Runs a write, before and after which nothing that it could change is remembered. */
  writing<Answer>(ids: readonly string[], write: () => Promise<Answer>): Promise<Answer>;
}

/**
 * A request reads the same few documents several times (a person, who works with them, what they agreed to, and all that
 * once more before the answer leaves), and the next request of the same caller reads them again. From the file that is 15 to
 * 30 µs each, from here it is one. It is never ahead of the file and never behind it: while a write is under way, and nobody
 * knows yet what the file holds, what it could change is read from the file and not remembered.
 *
 * What is remembered is frozen through and through, because several requests hold it at once.
 * @param most documents, and as many again in the answers; the oldest leave first
 */
export function recentReads<Document extends Stored>(most: number): RecentReads<Document> {
  const documents = new Map<string, Document>();
  const answers = new Map<string, readonly Document[]>();
  /** Documents in all answers; one without any counts as one. */
  let answered = 0;
  const beingWritten = new Map<string, number>();
  const forget = (ids: readonly string[]): void => {
    for (const id of ids) documents.delete(id);
    answers.clear();
    answered = 0;
  };
  const rememberAnswer = (question: string, found: readonly Document[]): void => {
    answers.set(question, frozen(found));
    answered += weightOf(found);
    for (const [oldest, leaving] of answers) {
      if (answered <= most) return;
      answers.delete(oldest);
      answered -= weightOf(leaving);
    }
  };
  const count = (ids: readonly string[], step: 1 | -1): void => {
    for (const id of ids) {
      const writes = (beingWritten.get(id) ?? 0) + step;
      if (writes > 0) beingWritten.set(id, writes);
      else beingWritten.delete(id);
    }
  };
  return {
    document: (id) => documents.get(id),
    keep(document) {
      if (beingWritten.has(document.id)) return document;
      if (documents.size >= most) documents.delete(documents.keys().next().value ?? '');
      documents.set(document.id, frozen(document));
      return document;
    },
    answer(question, read) {
      const known = answers.get(question);
      if (known) return known;
      const found = read();
      // Any document that is being written may belong into any answer.
      if (beingWritten.size === 0 && found.length <= longestAnswer) rememberAnswer(question, found);
      return found;
    },
    async writing(ids, write) {
      count(ids, 1);
      forget(ids);
      try {
        return await write();
      } finally {
        count(ids, -1);
        forget(ids);
      }
    },
  };
}

/**
 * A page of fifty people with five documents each. Longer ones are walks through a collection, which nobody repeats at once.
 */
const longestAnswer = 250;

const weightOf = ({ length }: readonly unknown[]): number => Math.max(1, length);

function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const part of Object.values(value)) frozen(part);
  }
  return value;
}
