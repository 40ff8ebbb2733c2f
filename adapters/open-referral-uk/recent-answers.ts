/** Answers of a public feed, for a while: they rest on nothing of the caller and nothing of a client. */
export interface RecentAnswers {
  get<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer>;
}

const most = 500;

export function recentAnswers({ keepSeconds }: { readonly keepSeconds: number }, now: () => number): RecentAnswers {
  const answers = new Map<string, { readonly until: number; readonly answer: unknown }>();
  return {
    async get<Answer>(question: string, ask: () => Promise<Answer>): Promise<Answer> {
      const known = answers.get(question);
      // The question names the operation, so that the answer is of its type.
      if (known && known.until > now()) return known.answer as Answer;
      // The answer and not its promise: a caller who goes away must not take it from another.
      const answer = await ask();
      answers.delete(question);
      answers.set(question, { until: now() + keepSeconds * 1_000, answer });
      const [oldest] = answers.keys();
      if (answers.size > most && oldest !== undefined) answers.delete(oldest);
      return answer;
    },
  };
}
