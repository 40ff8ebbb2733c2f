import Negotiator from 'negotiator';
import { HubError } from '../graph/errors.js';

/** What an answer can be sent as (GraphQL over HTTP), the usual one first. */
const offered = ['application/json', 'application/graphql-response+json'];
const mostRemembered = 100;

/** Which of the two a caller's `accept` header prefers. Clients send the same header always, so that it is read once. */
export function createMediaTypes(): {
  /** @throws HubError NOT_ACCEPTABLE where it allows neither */
  chosen(accept: string): string;
} {
  const known = new Map<string, string>();
  return {
    chosen(accept) {
      let type = known.get(accept);
      if (type === undefined) {
        const preferred = new Negotiator({ headers: { accept } }).mediaType(offered);
        if (preferred === undefined) {
          throw new HubError('NOT_ACCEPTABLE', `The accept header allows neither ${offered.join(' nor ')}.`);
        }
        type = `${preferred}; charset=utf-8`;
        if (known.size < mostRemembered) known.set(accept, type);
      }
      return type;
    },
  };
}
