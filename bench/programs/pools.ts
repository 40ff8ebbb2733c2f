import { Pool } from 'undici';
import type { Upstreams } from '../upstream/simulator.js';

/** The sockets of a program that does its own HTTP: one pool an upstream, kept open like the hub's. */
export interface Pools {
  readonly fhir: Pool;
  readonly dwp: Pool;
  readonly dataverse: Pool;
}

export function openPools({ fhir, dwp, dataverse, tls }: Upstreams): Pools {
  const shared = { connections: 256, pipelining: 1, keepAliveTimeout: 45_000 };
  return {
    fhir: new Pool(fhir, shared),
    dwp: new Pool(dwp, { ...shared, connect: tls }),
    dataverse: new Pool(dataverse, shared),
  };
}
