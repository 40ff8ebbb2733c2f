import { useEffect, useState, type ReactNode } from 'react';
import { ask, type GraphqlBody } from './ask.js';
import { Facts } from './caller-bar.js';

/** Whom the hub takes the holder of an access token for, or why it takes it for nobody. */
export function TokenHolder({ token }: { readonly token: string }): ReactNode {
  const [answer, setAnswer] = useState<GraphqlBody>();
  useEffect(() => {
    if (token === '') return;
    ask({ query: 'query WhoAmI { viewer { organisation audience purpose } }' }, token).then(
      ({ body }) => setAnswer(body),
      () => setAnswer({ errors: [{ message: 'The hub does not answer.' }] }),
    );
  }, [token]);

  if (token === '') return <p>Kept in memory only, until you leave the page.</p>;
  const { viewer } = (answer?.data ?? {}) as { viewer?: { organisation: string; audience: string; purpose: string } };
  if (viewer) {
    return <Facts facts={{ Audience: viewer.audience, Organisation: viewer.organisation, Purpose: viewer.purpose }} />;
  }
  return <p role="status">{answer ? (answer.errors?.[0]?.message ?? 'Not signed in') : 'Asking who you are …'}</p>;
}
