/** The transport that all HTTP upstreams share (design section 7): one call, its attempts, and what becomes of them. */
import { UpstreamError } from '../upstream-error.js';
import { Deadline } from './deadline.js';
import { linkBelow, staysBelow } from './path.js';
import { errorOf, readResponse } from './response.js';
import { RetryPolicy } from './retry.js';
import { Sender, type Sent } from './sender.js';
import type { Upstream, UpstreamOptions, UpstreamRequest, UpstreamResponse } from './types.js';

/** Opens the connection to one upstream. All that goes wrong in its calls is an `UpstreamError`; bad options throw here. */
export function createUpstream(options: UpstreamOptions): Upstream {
  const { name, now, deadlineMs } = options;
  const base = new URL(options.baseUrl);
  const sender = new Sender(base, options);
  const retries = new RetryPolicy(options);

  const attempts = async (request: UpstreamRequest, deadline: Deadline): Promise<UpstreamResponse> => {
    let reauthorised = false;
    for (let attempt = 1; ; attempt += 1) {
      const sent = await sender.send(request, deadline);
      const { outcome } = sent;
      if (!reauthorised && forgetToken(options, sent)) {
        reauthorised = true;
        continue;
      }
      if (outcome.kind === 'answered' && isWanted(request, outcome.status)) {
        retries.succeeded();
        return readResponse(name, outcome);
      }
      const error = outcome.kind === 'answered' ? errorOf(options, outcome) : new UpstreamError(name, outcome.reason);
      if (sender.breaker.refuses) throw error;
      const delayMs = retries.delayMs(request, outcome, error, attempt, deadline.remainingMs());
      if (delayMs === undefined) throw error;
      await sleep(delayMs, deadline);
      if (deadline.ended !== undefined) throw new UpstreamError(name, deadline.ended);
    }
  };

  return {
    name,
    request: async (request) => {
      if (!staysBelow(request.path)) throw new UpstreamError(name, 'REFUSED', { code: 'INVALID_PATH' });
      const deadline = new Deadline(request.call, deadlineMs, now);
      try {
        if (deadline.ended !== undefined) throw new UpstreamError(name, deadline.ended);
        return await attempts(request, deadline);
      } finally {
        deadline.release();
      }
    },
    follow: (link) => {
      const below = linkBelow(base, link);
      if (!below) throw new UpstreamError(name, 'MALFORMED');
      return below;
    },
    close: () => sender.close(),
  };
}

const isWanted = ({ accept }: UpstreamRequest, status: number): boolean =>
  (status >= 200 && status < 300) || (accept?.includes(status) ?? false);

/** Whether the upstream refused the token, and a new one can be had. A 401 was not acted upon, so that a POST may follow. */
function forgetToken({ onUnauthorised }: UpstreamOptions, { outcome, authorisation }: Sent): boolean {
  if (!onUnauthorised || outcome.kind !== 'answered' || outcome.status !== 401) return false;
  onUnauthorised(authorisation);
  return true;
}

const sleep = (ms: number, deadline: Deadline): Promise<unknown> =>
  deadline.wait((finish) => {
    const timer = setTimeout(finish, ms);
    return () => clearTimeout(timer);
  });
