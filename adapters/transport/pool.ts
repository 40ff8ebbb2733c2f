import { createSecureContext } from 'node:tls';
import { Pool } from 'undici';
import type { UpstreamOptions } from './types.js';

/**
 * The sockets to one origin. Idle ones are kept for 45 s: undici's own 4 s means a new TLS handshake, 4 ms of CPU, for every
 * burst (`reference/performance.md` section 6). undici's own timeouts are off: the call's deadline is the only clock.
 */
export function openPool(base: URL, { tls, connections = 256, deadlineMs }: UpstreamOptions): Pool {
  if (base.protocol !== 'http:' && base.protocol !== 'https:') throw new TypeError('An upstream is http or https');
  if (tls?.cert !== undefined && base.protocol !== 'https:') {
    throw new TypeError('A client certificate needs an https base URL');
  }
  return new Pool(base.origin, {
    connections,
    pipelining: 1,
    keepAliveTimeout: 45_000,
    headersTimeout: 0,
    bodyTimeout: 0,
    // Half of the deadline at most, so that a lost handshake leaves time for another attempt.
    connectTimeout: Math.min(3_000, deadlineMs / 2),
    // Certificates are parsed once for all connections.
    connect: base.protocol === 'https:' ? { secureContext: createSecureContext(tls) } : {},
  });
}
