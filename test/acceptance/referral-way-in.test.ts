/** A referral goes in by the channels and areas of its programme, as the version says that holds on the day on which it is sent. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { packageRoot } from '../../src/package-root.js';
import { startHub, type TestHub } from './hub.js';
import { nobodySpecial } from './people.js';
import { clockAt, policySince } from './programmes/case-work.js';
import { list, moveIt, read, route, submit } from './referrals.js';

const clock = clockAt('2025-02-03');
const provider = 'PATHWAYS';
let folder: string;
let hub: TestHub;
let subject: { readonly client: string };
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-way-in-'));
  await cp(fileURLToPath(new URL('programmes/', packageRoot)), folder, { recursive: true });
  // From May on no area of London any more, and no self-referral but in Manchester.
  const later = (await readFile(join(folder, 'workwell.2024-10-01.yaml'), 'utf8'))
    .replace('effectiveFrom: 2024-10-01', 'effectiveFrom: 2025-05-01')
    .replaceAll('NORTH_CENTRAL_LONDON', 'NORTH_LONDON')
    .replace('type: SELF, says: The participant', 'type: SELF, says: The participant, areas: [GREATER_MANCHESTER]')
    .replace('type: GENERAL_PRACTICE, says: A GP', 'type: OTHER_CLINICIAN, says: A nurse');
  await writeFile(join(folder, 'workwell.2025-05-01.yaml'), later);
  hub = await startHub({
    clock,
    people: { P1: { person: nobodySpecial(1) } },
    change: (settings) => ({
      ...policySince('2024-01-01')(settings),
      programmes: folder,
      referral: {
        gateways: [
          ...['GREATER_MANCHESTER', 'BLACKBURN', 'NORTH_CENTRAL_LONDON'].map((area) => ({
            programme: 'workwell',
            area,
            organisation: provider,
            streams: [{ name: area, organisation: provider }],
            ...(area === 'NORTH_CENTRAL_LONDON' && { channels: ['GENERAL_PRACTICE' as const] }),
          })),
          { programme: 'health-trainers', area: 'BARROW', organisation: provider },
        ],
      },
    }),
  });
  subject = { client: await hub.idFor('practice', 'P1') };
});
afterAll(async () => {
  await hub.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(() => clock.to('2025-02-03'));

const refer = (area: string, channel: string, more: object = {}) =>
  submit(hub.as('clinician'), { programme: 'workwell', area, channel, subject, ...more });
const isOpen = async (area: string, channel: string) => {
  const text = `query Q($area: String!, $channel: ReferralChannel) { checkCapacity(programme: "workwell", area: $area, channel: $channel) { served channelOpen } }`;
  return (await hub.as('clinician').query(text, { area, channel })).data.checkCapacity as object;
};

test.each([
  ['GREATER_MANCHESTER', 'PHARMACIST', undefined],
  ['BLACKBURN', 'PHARMACIST', 'The programme takes referrals in this area by GENERAL_PRACTICE, JOBCENTRE, EMPLOYER, LOCAL_SERVICE, SELF.'],
  ['BLACKBURN', 'GENERAL_PRACTICE', undefined],
  ['BLACKBURN', 'OTHER_CLINICIAN', 'The programme takes referrals in this area by GENERAL_PRACTICE, JOBCENTRE, EMPLOYER, LOCAL_SERVICE, SELF.'],
  ['NORTH_CENTRAL_LONDON', 'GENERAL_PRACTICE', undefined],
  ['NORTH_CENTRAL_LONDON', 'PHARMACIST', 'The programme takes referrals in this area by GENERAL_PRACTICE.'],
])('%s by %s', async (area, channel, message) => {
  expect(await refer(area, channel)).toMatchObject(
    message === undefined ? { __typename: 'ReferralSubmitted' } : { __typename: 'ReferralRefused', reason: 'CHANNEL_CLOSED', message },
  );
  // What is asked first says the same.
  expect(await isOpen(area, channel)).toEqual({ served: true, channelOpen: message === undefined });
}); // prettier-ignore

test('whoever met somebody at an event refers them as outreach where the programme has that way in', async () => {
  const met = { programme: 'health-trainers', area: 'BARROW', channel: 'OUTREACH' };
  const coach = hub.as('work-and-health-coach');
  const referred = await submit(coach, { ...met, subject: { client: await hub.idFor('provider', 'P1') } });
  expect(referred).toMatchObject({ referral: { channel: 'OUTREACH' } });
});

test('an area that the programme has no longer is no way in, whatever the gateway’s list says', async () => {
  clock.to('2025-06-02');
  expect(await refer('NORTH_CENTRAL_LONDON', 'OTHER_CLINICIAN')).toMatchObject({ reason: 'NO_SUCH_GATEWAY' });
  expect(await isOpen('NORTH_CENTRAL_LONDON', 'GENERAL_PRACTICE')).toEqual({ served: false, channelOpen: false });
});

test('a draft goes in by the version of the day on which it is sent, and is judged by that one', async () => {
  const draft = await refer('BLACKBURN', 'GENERAL_PRACTICE', { draft: true });
  const other = await refer('GREATER_MANCHESTER', 'PHARMACIST', { draft: true });
  expect(draft.referral).toMatchObject({ programmeVersion: '2024-10-01', progress: { state: 'DRAFT' } });
  clock.to('2025-06-02');
  // The way that was open when it was written is closed by now.
  expect(await moveIt(hub.as('clinician'), draft.referral.id, 'SUBMIT')).toMatchObject({
    reason: 'CHANNEL_CLOSED',
    message: expect.stringContaining('OTHER_CLINICIAN'),
  });
  expect(await read(hub.as('clinician'), draft.referral.id)).toMatchObject({ progress: { state: 'DRAFT' } });
  const sent = await moveIt(hub.as('clinician'), other.referral.id, 'SUBMIT');
  expect(sent).toMatchObject({ referral: { programmeVersion: '2025-05-01', progress: { state: 'REQUESTED' } } });

  const coach = hub.as('work-and-health-coach');
  const { node } = (await list(coach, 'GATEWAY', ', states: [REQUESTED]')).edges.find(
    ({ node: each }) => each.conversation === sent.referral.conversation,
  )!;
  await route(coach, node.id, 'GREATER_MANCHESTER');
  await moveIt(coach, node.id, 'ACCEPT');
  const { data } = await coach.query(
    `mutation O($input: OpenCaseInput!) { openCase(input: $input) { ... on CaseChanged { case { programmeVersion } } } }`,
    { input: { idempotencyKey: 'way-in-case', referral: node.id } },
  );
  expect(data.openCase).toEqual({ case: { programmeVersion: '2025-05-01' } });
});
