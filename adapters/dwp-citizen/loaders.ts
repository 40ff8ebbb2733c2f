import type { CallContext, SourceAnswer, UpstreamSubject } from '../contract.js';
import type { BenefitClaim, WorkStatusStatement } from '../records.js';
import { UpstreamError } from '../upstream-error.js';
import type { CitizenClient, ClaimsReply } from './client.js';
import type { GuidSlots } from './guid-slots.js';
import { leastAttributes, personKey, withFurtherDetails, type MatchAttributes } from './identity.js';
import { source, type MappedClaims } from './mapper.js';

/** What a request may ask of DWP. Both share one read per person and request. */
export interface DwpLoaders {
  /** Open claims, and those that ended in the last year. */
  claims(subject: UpstreamSubject): Promise<SourceAnswer<BenefitClaim>>;
  /** Whether Universal Credit's record of pay says that the person works; empty where it does not say. */
  workStatus(subject: UpstreamSubject): Promise<SourceAnswer<WorkStatusStatement>>;
}

interface Reading {
  readonly claims: SourceAnswer<BenefitClaim>;
  readonly workStatus: SourceAnswer<WorkStatusStatement>;
}

export interface LoaderParts {
  readonly client: CitizenClient;
  readonly slots: GuidSlots;
  readonly deadlineMs: number;
  readonly now: () => number;
}

export function createDwpLoaders(parts: LoaderParts, call: CallContext): DwpLoaders {
  const readings = new Map<string, Promise<Reading>>();
  const reading = (subject: UpstreamSubject): Promise<Reading> => {
    const key = personKey(subject);
    let found = readings.get(key);
    if (!found) readings.set(key, (found = read(parts, subject, call)));
    return found;
  };
  return {
    claims: async (subject) => (await reading(subject)).claims,
    workStatus: async (subject) => (await reading(subject)).workStatus,
  };
}

/** One person's claims, in one operation with one deadline whatever it takes. */
async function read(parts: LoaderParts, subject: UpstreamSubject, call: CallContext): Promise<Reading> {
  const operation = { ...call, deadline: Math.min(call.deadline, parts.now() + parts.deadlineMs) };
  const mapped = await ask(parts, subject, operation);
  const retrievedAt = mapped?.retrievedAt ?? new Date(parts.now()).toISOString();
  const complete = mapped?.complete ?? true;
  return {
    claims: { items: mapped?.claims ?? [], retrievedAt, complete },
    workStatus: { items: mapped?.workStatus ?? [], retrievedAt, complete },
  };
}

/** With the GUID at hand, else by a match; a GUID that went stale costs one match more. */
async function ask(
  { client, slots }: LoaderParts,
  subject: UpstreamSubject,
  call: CallContext,
): Promise<MappedClaims | undefined> {
  const least = leastAttributes(subject);
  const person = personKey(subject);
  const settle = (reply: Exclude<ClaimsReply, { kind: 'stale' }>, used: string): MappedClaims | undefined => {
    // "No claims" carries no GUID, so the one that asked is still the next.
    const next = reply.kind === 'none' ? used : reply.claims.nextGuid;
    if (next !== undefined) slots.put(person, next);
    return reply.kind === 'none' ? undefined : reply.claims;
  };
  const warm = slots.take(person);
  if (warm !== undefined) {
    const reply = await client.claims(warm, call);
    if (reply.kind !== 'stale') return settle(reply, warm);
  }
  const guid = await match(client, least, subject, call);
  if (guid === undefined) return undefined;
  const reply = await client.claims(guid, call);
  if (reply.kind === 'stale') throw new UpstreamError(source, 'REFUSED', { status: reply.status });
  return settle(reply, guid);
}

/** The GUID of the one person who fits; undefined where nobody does. */
async function match(
  client: CitizenClient,
  least: MatchAttributes,
  subject: UpstreamSubject,
  call: CallContext,
): Promise<string | undefined> {
  let reply = await client.match(least, call);
  if (reply.kind === 'further') {
    const further = withFurtherDetails(least, reply.attributes, subject);
    if (further) reply = await client.match(further, call);
  }
  if (reply.kind === 'further') throw new UpstreamError(source, 'AMBIGUOUS', { status: 422 });
  return reply.kind === 'matched' ? reply.guid : undefined;
}
