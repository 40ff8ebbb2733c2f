import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createClock, startHub, type Clock, type TestHub } from './hub.js';
import { nobodySpecial } from './people.js';
import { content, list, read, route, submit } from './referrals.js';

let hub: TestHub;
let clock: Clock;
let ours: string;
let link: string;
beforeEach(async () => {
  clock = createClock();
  hub = await startHub({
    people: { ANNA: { person: nobodySpecial(1, { familyName: 'Quietly' }) } },
    traced: false,
    clock,
  });
  const subject = { client: await hub.idFor('practice', 'ANNA') };
  const health = [{ category: 'CONDITIONS', text: 'Back pain' }];
  const sharing = { basis: 'CONSENT', statement: 'Spoken.' };
  await submit(hub.as('clinician'), {
    subject,
    sharing,
    content: { ...content, reasonForReferral: 'Lonely <b>since</b> March.', health },
  });
  ours = (await list(hub.as('work-and-health-coach'), 'GATEWAY')).edges[0]!.node.id;
  await route(hub.as('work-and-health-coach'), ours, 'COMMUNITY_SUPPORT');
  await hub.demo.hub.rounds.once();
  link = new URL(notify().emails[0]!.values['link']!).pathname;
});
afterEach(() => hub.close());

const notify = () => hub.demo.sandboxes.notify;
const get = (headers: Record<string, string> = {}) => fetch(`${hub.url}${link}`, { headers, redirect: 'manual' });
const post = (form: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(`${hub.url}${link}`, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' });
const state = async () => (await read(hub.as('work-and-health-coach'), ours)).progress.state;
/** Asks for a code, reads it from the partner's telephone, and goes in. */
async function enter(): Promise<Record<string, string>> {
  await post({ do: 'code' });
  const entered = await post({ do: 'enter', code: notify().texts.at(-1)!.values['code']! });
  expect(entered.status).toBe(303);
  return { cookie: entered.headers.get('set-cookie')!.split(';')[0]! };
}

test('nothing of the person is in the message, in the link, or in the code', () => {
  const sent = JSON.stringify([notify().requests.map(({ body }) => body), notify().emails]);
  const stored = [hub.nhsNumber('ANNA'), 'Quietly', 'Lonely', 'Back pain', '07700 900123', 'health-and-work'];
  for (const word of stored) expect(sent).not.toContain(word);
  expect(notify().emails).toHaveLength(1);
});

test('a partner without a system proves themselves twice, sees what they may, and accepts', async () => {
  expect(await (await get()).text()).toContain('Send the code');
  const inside = await enter();
  const page = await get(inside);
  const text = await page.text();
  expect(text).toContain('Lonely &lt;b&gt;since&lt;/b&gt; March.');
  expect(text.indexOf('Safe contact')).toBeLessThan(text.indexOf('Reason'));
  expect(text).toContain('leave no message');
  // Their health needs a consent that names the charity, and there is none.
  expect(text).not.toContain('Back pain');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('cache-control')).toBe('no-store');
  const lines = (await hub.ledger())
    .filter(({ viewer, operation }) => viewer.organisation === 'CORNER-HOUSE' && operation.name === 'partnerReferral')
    .flatMap((record) => record.lines.map(({ category, outcome }) => `${category} ${outcome}`));
  expect(lines).toEqual(['REFERRALS PERMITTED', 'CONDITIONS REFUSED']);
  expect((await post({ do: 'accept' }, inside)).status).toBe(200);
  expect(await state()).toBe('ACCEPTED');
});

test('a rejection needs a coded reason here too', async () => {
  const inside = await enter();
  expect((await post({ do: 'reject', reason: 'because' }, inside)).status).toBe(409);
  expect(await state()).toBe('REQUESTED');
  expect((await post({ do: 'reject', reason: 'NO_CAPACITY' }, inside)).status).toBe(200);
  expect(await state()).toBe('REJECTED');
});

test('opening the link does nothing, so that whoever scans the mail uses nothing up', async () => {
  for (let each = 0; each < 5; each += 1) expect((await get()).status).toBe(200);
  expect(notify().texts).toHaveLength(0);
  await enter();
});

test('the link is used once: a second device, another session and a late session find nothing', async () => {
  const inside = await enter();
  expect((await get()).status).toBe(404);
  expect((await get({ cookie: `referral_session=${'x'.repeat(43)}` })).status).toBe(404);
  expect((await post({ do: 'accept' })).status).toBe(404);
  expect((await post({ do: 'code' })).status).toBe(404);
  clock.forward(31 * 60_000);
  expect((await get(inside)).status).toBe(404);
  expect((await post({ do: 'accept' }, inside)).status).toBe(404);
  expect(await state()).toBe('REQUESTED');
});

test('the link runs out after three days, the code after ten minutes, and five wrong codes end the link', async () => {
  await post({ do: 'code' });
  clock.forward(11 * 60_000);
  expect((await post({ do: 'enter', code: notify().texts[0]!.values['code']! })).status).toBe(403);
  await post({ do: 'code' });
  const code = notify().texts[1]!.values['code']!;
  const wrong = code === '000000' ? '000001' : '000000';
  for (let each = 0; each < 4; each += 1) await post({ do: 'enter', code: wrong });
  expect((await post({ do: 'enter', code })).status).toBe(404);
});

test('the link runs out after three days', async () => {
  clock.forward(73 * 3_600_000);
  expect((await get()).status).toBe(404);
});

const resend = async (key: string): Promise<string> => {
  const text = `mutation R($input: ResendReferralInput!) { resendReferral(input: $input) { __typename } }`;
  const { data } = await hub
    .as('work-and-health-coach')
    .query(text, { input: { idempotencyKey: key, referral: ours } });
  await hub.demo.hub.rounds.once();
  return data.resendReferral.__typename as string;
};

test('sent again after three days it is another link, and the old one opens nothing', async () => {
  expect(await resend('resend-too-early')).toBe('ReferralMoved');
  expect(notify().emails).toHaveLength(1);
  clock.forward(73 * 3_600_000);
  expect(await resend('resend-in-time')).toBe('ReferralMoved');
  expect(notify().emails).toHaveLength(2);
  const old = link;
  link = new URL(notify().emails[1]!.values['link']!).pathname;
  expect(link).not.toBe(old);
  expect((await fetch(`${hub.url}${old}`)).status).toBe(404);
  expect((await post({ do: 'accept' }, await enter())).status).toBe(200);
  expect(await state()).toBe('ACCEPTED');
  clock.forward(73 * 3_600_000);
  // It is answered: nobody is written to again.
  await resend('resend-answered');
  expect(notify().emails).toHaveLength(2);
});

test('sent again after it was given up, a link that went out before opens nothing', async () => {
  const { store } = hub.demo.hub;
  const [stored] = await store.collection('referrals').find({ index: 'id', where: {}, limit: 1 });
  const { version, ...referral } = stored!;
  const outbox = referral.outbox.map((entry) => ({ ...entry, state: 'DEAD' as const }));
  await store.collection('referrals').replace({ ...referral, outbox }, version);
  const inside = await enter();
  await resend('resend-given-up');
  expect((await get(inside)).status).toBe(404);
  link = new URL(notify().emails.at(-1)!.values['link']!).pathname;
  expect((await get()).status).toBe(200);
});

test('three codes and no more are sent', async () => {
  for (let each = 0; each < 5; each += 1) await post({ do: 'code' });
  expect(notify().texts).toHaveLength(3);
});

test('an e-mail whose answer was lost is not sent again', async () => {
  const subject = { client: await hub.idFor('practice', 'ANNA') };
  const { referral } = await submit(hub.as('clinician'), { subject });
  const second = (await list(hub.as('work-and-health-coach'), 'GATEWAY')).edges.find(
    ({ node }) => node.conversation === referral.conversation,
  )!.node.id;
  await route(hub.as('work-and-health-coach'), second, 'COMMUNITY_SUPPORT');
  notify().fail({ kind: 'lost', path: /email$/, times: 1 });
  await hub.demo.hub.rounds.once();
  const delivery = async () => (await read(hub.as('work-and-health-coach'), second)).progress.deliveries.at(-1);
  expect(await delivery()).toMatchObject({ state: 'WAITING' });
  clock.forward(3_600_000);
  await hub.demo.hub.rounds.once();
  expect(await delivery()).toMatchObject({ state: 'DELIVERED' });
  expect(notify().emails).toHaveLength(2);
});

test('what is stored of a link opens nothing', async () => {
  const links = await hub.demo.hub.store.collection('referralLinks').find({ index: 'id', where: {}, limit: 10 });
  expect(links).toHaveLength(1);
  expect(JSON.stringify(links)).not.toContain(link.split('/').at(-1));
  expect((await fetch(`${hub.url}/partner/referral/${links[0]!.id}`)).status).toBe(404);
});
