import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { packageRoot } from '../../../src/package-root.js';
import { nobodySpecial } from '../people.js';
import { attempt, must } from './case-work.js';
import { session, startWalk, type Walk } from './walk.js';

/** The programme that the guide for commissioners writes, as it stands there. */
let walk: Walk;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-sixth-'));
  await cp(fileURLToPath(new URL('programmes/', packageRoot)), folder, { recursive: true });
  const guide = await readFile(new URL('docs/guides/programmes.md', packageRoot), 'utf8');
  const [, text = ''] = /```yaml\n(id: back-to-work\n[^]*?)```/.exec(guide) ?? [];
  await writeFile(join(folder, 'back-to-work.2026-01-01.yaml'), text);
  walk = await startWalk({
    programme: 'back-to-work',
    version: '2026-01-01',
    area: 'LEEDS',
    streams: ['RETURNERS'],
    day: '2026-03-02',
    people: { P1: { person: nobodySpecial(1) } },
    programmes: folder,
  });
});
afterAll(async () => {
  await walk.hub.close();
  await rm(folder, { recursive: true, force: true });
});

test('a sixth programme takes a member from their own referral to work by its own words, rules and numbers, without code', async () => {
  const adviser = walk.hub.as('work-and-health-coach');
  const facts = {
    inPaidWork: false,
    lastJobEndedOn: '2025-06-30',
    jobLostThroughHealth: true,
    homePostcodeDistrict: 'LS6',
  };
  expect(await walk.eligibility('client:P1', facts)).toEqual({ RETURNERS: 'ELIGIBLE' });
  expect(await walk.eligibility('client:P1', { ...facts, lastJobEndedOn: '2025-03-02' })).toEqual({
    RETURNERS: 'NOT_ELIGIBLE',
  });
  const referral = await walk.accepted('client:P1', undefined, 'RETURNERS', { sharing: { basis: 'OWN_REQUEST' } });
  const { id, progress } = await walk.caseFrom(referral, facts);
  expect(progress).toMatchObject({
    plannedEndOn: '2026-08-31',
    warningsOn: ['2026-08-03', '2026-08-24'],
    closesOn: '2027-12-31',
    accountable: [{ role: 'ADVISER' }],
  });
  const sitting = { startsAt: '2026-03-04T10:00:00Z', mode: 'TELEPHONE', role: 'ADVISER' };
  expect((await session(adviser, 'bookSession', { case: id, sitting })).session).toMatchObject({ state: 'BOOKED' });
  expect(await session(adviser, 'bookSession', { case: id, sitting: { ...sitting, mode: 'VIDEO' } })).toMatchObject({
    reason: 'INVALID_INPUT',
  });
  await must(adviser, 'planCase', {
    case: id,
    type: 'RETURN_TO_WORK',
    goals: [{ kind: 'RETURN_TO_WORK', description: 'Three days a week in a nursery' }],
  });
  const extended = await must(adviser, 'extendCase', { case: id, reason: 'JOB_OFFER' });
  expect(extended.progress.plannedEndOn).toBe('2026-10-26');
  expect(await attempt(adviser, 'extendCase', { case: id, reason: 'JOB_OFFER' })).toMatchObject({ reason: 'TOO_MANY' });
  walk.clock.to('2026-03-27');
  await walk.hub.demo.hub.caseClocks.watchDue();
  const { data } = await adviser.query(
    '{ tasks(filter: { kind: CASE_DUE }) { edges { node { details { ... on CaseDue { clock on } } } } } }',
  );
  expect(data.tasks.edges).toEqual([{ node: { details: { clock: 'NO_CONTACT', on: '2026-03-23' } } }]);
  const ended = await must(adviser, 'dischargeCase', { case: id, reason: 'IN_WORK' });
  expect(ended.progress.discharge).toMatchObject({ kind: 'COMPLETED' });
});

test('says which of its services is accredited, by whom, and whether that still holds on a day', async () => {
  const on = async (day: string): Promise<unknown> => {
    const text = `query Q($day: Date!) { programmes(on: $day) { id partners { name accreditation { by standard on until holds } } } }`;
    const { data, errors } = await walk.hub.as('work-coach').query(text, { day });
    expect(errors).toBeUndefined();
    const found = data.programmes as { id: string; partners: { name: string; accreditation: unknown }[] }[];
    return found.find(({ id }) => id === 'back-to-work')!.partners;
  };
  const accreditation = {
    by: 'Regional quality board',
    standard: 'Good fidelity',
    on: '2025-06-01',
    until: '2026-05-31',
  };
  expect(await on('2026-05-31')).toEqual([
    { name: 'Leeds City Council', accreditation: null },
    { name: 'Aire Support', accreditation: { ...accreditation, holds: true } },
  ]);
  expect(await on('2026-06-01')).toMatchObject([{}, { accreditation: { ...accreditation, holds: false } }]);
});
