/** DWP Citizen API claims (JSON:API) to the hub's claims. Pure; codes stay as they came; money is in pence on both sides. */
import type { BenefitAward, BenefitClaim, Provenance, WorkStatusStatement } from '../records.js';
import { createWireReader, type Row } from '../wire.js';

export const source = 'dwp-citizen';

const wire = createWireReader(source);

export interface MappedClaims {
  readonly retrievedAt: string;
  readonly claims: readonly BenefitClaim[];
  /** What the claims say about paid work, without saying anything about a benefit; empty where they say nothing. */
  readonly workStatus: readonly WorkStatusStatement[];
  /** The GUID to use next; undefined where the answer carried none. */
  readonly nextGuid: string | undefined;
  /** False where the answer names a next page. */
  readonly complete: boolean;
}

/** @throws UpstreamError MALFORMED where the body has not the published shape. */
export function mapClaims(body: unknown, retrievedAt: string, today: string): MappedClaims {
  const envelope = wire.row(body);
  if (!Array.isArray(envelope['data'])) throw wire.malformed();
  const provenance: Provenance = { source, retrievedAt, recordedAt: null };
  const claims: BenefitClaim[] = [];
  const openUniversalCredit: Row[] = [];
  let nextGuid: string | null = null;
  for (const item of wire.rows(envelope['data'])) {
    const attributes = wire.row(item['attributes']);
    const claim = mapClaim(attributes, provenance);
    claims.push(claim);
    nextGuid = guidOf(attributes, 'guid') ?? nextGuid;
    const open = claim.endDate === null || claim.endDate >= today;
    if (claim.benefitType === 'universal_credit' && open) openUniversalCredit.push(...wire.rows(attributes['awards']));
  }
  return {
    retrievedAt,
    claims,
    workStatus: workStatusOf(openUniversalCredit, provenance),
    nextGuid: nextGuid ?? undefined,
    complete: !hasNextPage(envelope['links']),
  };
}

function mapClaim(attributes: Row, provenance: Provenance): BenefitClaim {
  const benefitType = wire.text(attributes, 'benefitType');
  if (benefitType === null) throw wire.malformed();
  return {
    benefitType,
    status: wire.text(attributes, 'status'),
    startDate: wire.date(attributes, 'startDate'),
    endDate: wire.date(attributes, 'endDate'),
    decisionDate: wire.date(attributes, 'decisionDate'),
    awards: wire.rows(attributes['awards']).map(mapAward),
    // An assumed name: neither public client of the API reads the regime, though DWP holds it (C4).
    conditionality: wire.text(attributes, 'conditionalityRegime'),
    provenance,
  };
}

const mapAward = (award: Row): BenefitAward => ({
  amount: wire.whole(award, 'amount'),
  startDate: wire.date(award, 'startDate'),
  endDate: wire.date(award, 'endDate'),
  status: wire.text(award, 'status'),
});

/**
 * In work: take-home pay above nothing in the latest assessment period of Universal Credit. Not in work: a live award
 * with none. A joint award's pay may be the partner's, so pay there says nothing; nor does an award without the figure.
 */
function workStatusOf(awards: readonly Row[], provenance: Provenance): readonly WorkStatusStatement[] {
  let latest: Row | undefined;
  let latestEnd = '';
  for (const award of awards) {
    const end = wire.date(award, 'endDate') ?? wire.date(award, 'startDate') ?? '';
    if (latest === undefined || end > latestEnd) [latest, latestEnd] = [award, end];
  }
  if (latest === undefined) return [];
  const assessment = latest['assessmentAttributes'] ?? null;
  const takeHomePay = assessment === null ? null : wire.whole(wire.row(assessment), 'takeHomePay');
  if (takeHomePay === null) return [];
  if (takeHomePay > 0 && wire.flag(latest, 'isJointClaim') === true) return [];
  if (takeHomePay <= 0 && wire.text(latest, 'status') !== 'live') return [];
  return [{ inWork: takeHomePay > 0, since: null, asOf: latestEnd === '' ? null : latestEnd, provenance }];
}

function hasNextPage(links: unknown): boolean {
  return links !== undefined && links !== null && Boolean(wire.row(links)['next']);
}

/** The GUID of a match. */
export function mapMatch(body: unknown): string {
  const guid = guidOf(wire.row(wire.row(body)['data']), 'id');
  if (guid === null) throw wire.malformed();
  return guid;
}

/** A GUID goes into a path next, so it is looked at first. Not always in UUID form (`hmcts/hwf-dwp-api`: `abc123def456`). */
function guidOf(row: Row, key: string): string | null {
  const guid = wire.text(row, key);
  if (guid !== null && !/^[A-Za-z0-9-]{1,128}$/.test(guid)) throw wire.malformed();
  return guid;
}

/** What a JSON:API error body says: the details in words, and the attributes that its pointers name. */
export interface ReportedErrors {
  readonly details: readonly string[];
  readonly attributes: readonly string[];
}

/** @throws UpstreamError MALFORMED where the body is not the API's own error, so that a gateway's 404 is no answer. */
export function mapErrors(body: unknown): ReportedErrors {
  const errors = wire.rows(wire.row(body)['errors']);
  if (errors.length === 0) throw wire.malformed();
  const details: string[] = [];
  const attributes: string[] = [];
  for (const error of errors) {
    details.push(wire.text(error, 'detail') ?? '');
    const pointer = wire.text(wire.row(error['source'] ?? {}), 'pointer');
    const attribute = /^\/data\/attributes\/(\w+)$/.exec(pointer ?? '')?.[1];
    if (attribute !== undefined) attributes.push(attribute);
  }
  return { details, attributes };
}
