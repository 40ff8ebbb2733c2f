/** Goal row 64: a client holds a receipt with an inclusion proof, and verifies it offline against the published head. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA, BLANK } from '../acceptance/people.js';

interface Receipt {
  readonly record: string;
  readonly recordHash: string;
  readonly leafIndex: number;
  readonly path: readonly string[];
  readonly head: Readonly<Record<string, unknown>> & { readonly sequence: number; readonly signature: string };
  readonly consistency: readonly string[] | null;
}

const look = 'query($by: ClientLookup!) { client(by: $by) { fitNotes { __typename } benefits { __typename } } }';
const history = `query($size: Int!) { me { accessHistory(first: 50) { edges { node { sentence receipt {
  record leafIndex path head { writer sequence hash root at closed signature } consistency(treeSize: $size) } } } } } }`;
const script = (name: string): string => fileURLToPath(new URL(`../../../docs/${name}.mjs`, import.meta.url));

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub({ people: { BEN: { person: BLANK }, AMINA: { person: AMINA } } });
});
afterAll(() => hub.close());

const fileOf = (name: string): string => join(hub.dataDirectory, name);

function run(name: string, ...files: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [script(name), ...files.map(fileOf)], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

async function verify(receipt: unknown, heads = 'ledger-heads.jsonl', key = 'keys/ledger-public.pem') {
  await writeFile(fileOf('receipt.json'), JSON.stringify(receipt));
  return run('verify-receipt', 'receipt.json', heads, key);
}

/** The newest receipt about a look of the work coach; asked for until its head has been published. */
async function receiptOf(who: 'BEN' | 'AMINA', earlier = 1): Promise<Receipt> {
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const { data } = await hub.as(`client:${who}`).query(history, { size: earlier });
    const edges = data.me.accessHistory.edges as readonly { node: { sentence: string; receipt: Receipt | null } }[];
    const nodes = edges.map(({ node }) => node);
    const found = nodes.find(({ sentence }) => sentence.startsWith('A work coach'));
    if (found?.receipt) return found.receipt;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no head was published');
}

test('row 64: a receipt verifies with a script of under 50 lines and the published head', async () => {
  await hub.as('work-coach').query(look, { by: { nhsNumber: hub.nhsNumber('BEN') } });
  const receipt = await receiptOf('BEN');
  const { code, said } = await verify(receipt);
  expect(said).toMatch(/^verified: \d{4}-.*Z, WORK_COACH of DWP-NORTHGATE: record \d+ of writer /);
  expect(code).toBe(0);
  expect((await readFile(script('verify-receipt'), 'utf8')).split('\n').length).toBeLessThanOrEqual(50);
  expect(JSON.parse(receipt.record)).toMatchObject({
    clientId: await hub.clientId('BEN'),
    viewer: { organisation: 'DWP-NORTHGATE', audience: 'WORK_COACH', purpose: 'EMPLOYMENT_SUPPORT' },
    lines: expect.arrayContaining([expect.objectContaining({ category: 'BENEFITS', outcome: 'PERMITTED' })]),
  });
});

test('row 64: it discloses neither whose name was on the token nor what was asked, and no guess at them can be tested', async () => {
  await hub.as('work-coach').query(look, { by: { nhsNumber: hub.nhsNumber('BEN') } });
  const { record } = await receiptOf('BEN');
  const whole = (await hub.ledger()).find(({ sequence }) => sequence === JSON.parse(record).sequence)!;
  for (const masked of [
    whole.viewer.subject,
    whole.viewer.issuer!,
    whole.operation.digest,
    whole.correlationId,
    whole.salt!,
  ]) {
    expect(record).not.toContain(masked);
  }
  expect(Object.keys(JSON.parse(record) as object).sort()).toEqual(
    [
      'at',
      'clientId',
      'closed',
      'format',
      'lines',
      'policyVersion',
      'previousHash',
      'sequence',
      'viewer',
      'writer',
    ].sort(),
  );
  expect(whole.salt).toMatch(/^[0-9a-f]{32}$/);
});

test('row 64: a change of any byte of the record, the path or the head is found', async () => {
  await hub.as('work-coach').query(look, { by: { nhsNumber: hub.nhsNumber('BEN') } });
  const receipt = await receiptOf('BEN');
  const flip = (text: string, at: number): string =>
    text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
  const { record, path, head } = receipt;
  const spots = [0, 0.21, 0.4, 0.6, 0.83, 1].map((share) => Math.floor(share * (record.length - 1)));
  const wrong: unknown[] = [
    ...spots.map((at) => ({ ...receipt, record: flip(record, at) })),
    { ...receipt, record: `${record} ` },
    { ...receipt, path: [...path.slice(0, -1), flip(path.at(-1)!, 5)] },
    { ...receipt, path: path.slice(1) },
    { ...receipt, path: [...path, path[0]] },
    { ...receipt, leafIndex: receipt.leafIndex + 1 },
    { ...receipt, head: { ...head, sequence: head.sequence + 1 } },
    { ...receipt, head: { ...head, root: flip(String(head['root']), 3) } },
    { ...receipt, head: { ...head, signature: flip(head.signature, 20) } },
  ];
  for (const each of wrong) expect(await verify(each)).toMatchObject({ code: 1 });
  expect(await verify(receipt)).toMatchObject({ code: 0 });
});

test('row 64: a head that was never published, or that another key signed, is no proof', async () => {
  await hub.as('work-coach').query(look, { by: { nhsNumber: hub.nhsNumber('BEN') } });
  const receipt = await receiptOf('BEN');
  await writeFile(fileOf('no-heads.jsonl'), '');
  expect(await verify(receipt, 'no-heads.jsonl')).toMatchObject({
    code: 1,
    said: 'NOT VERIFIED: the head was not published\n',
  });
  const { generateKeyPairSync } = await import('node:crypto');
  const other = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' });
  await writeFile(fileOf('other.pem'), other);
  expect((await verify(receipt, 'ledger-heads.jsonl', 'other.pem')).said).toContain('not signed with this key');
});

test('row 64: two receipts of one writer show that nothing but appending happened between them', async () => {
  await hub.as('work-coach').query(look, { by: { nhsNumber: hub.nhsNumber('BEN') } });
  const older = await receiptOf('BEN');
  for (let looks = 0; looks < 7; looks += 1) {
    await hub.as('work-coach').query(look, { by: { nhsNumber: hub.nhsNumber('AMINA') } });
  }
  const newer = await receiptOf('AMINA', older.head.sequence);
  expect(newer.head.sequence).toBeGreaterThan(older.head.sequence);
  const between = async (one: unknown, other: unknown) => {
    await writeFile(fileOf('older.json'), JSON.stringify(one));
    await writeFile(fileOf('newer.json'), JSON.stringify(other));
    return run('verify-heads', 'older.json', 'newer.json');
  };
  expect(await between(older, newer)).toMatchObject({ code: 0 });
  const [first = '', ...rest] = newer.consistency ?? [];
  const swapped = first.startsWith('0') ? `1${first.slice(1)}` : `0${first.slice(1)}`;
  expect(await between(older, { ...newer, consistency: [swapped, ...rest] })).toMatchObject({ code: 1 });
  const forged = { ...older, head: { ...older.head, root: 'ab'.repeat(32) } };
  expect(await between(forged, newer)).toMatchObject({ code: 1 });
});

test('row 64: the privacy officer proves the same entry without the id that no organisation is given, from history and from search', async () => {
  await hub.as('work-coach').query(look, { by: { nhsNumber: hub.nhsNumber('BEN') } });
  const held = await receiptOf('BEN');
  const fields = 'receipt { record recordHash leafIndex path head { writer sequence hash root at closed signature } }';
  const officer = hub.as('privacy-officer');
  const read = await officer.query(
    `query($by: ClientLookup!) { client(by: $by) { id accessHistory(first: 50) { edges { node { sentence ${fields} } } } } }`,
    { by: { nhsNumber: hub.nhsNumber('BEN') } },
  );
  const nodes = (read.data.client.accessHistory.edges as { node: { receipt: Receipt | null } }[]).map(
    ({ node }) => node,
  );
  const same = nodes.map(({ receipt }) => receipt).find((receipt) => receipt?.leafIndex === held.leafIndex)!;
  expect(same.record).toBeNull();
  expect(JSON.stringify(read)).not.toContain(await hub.clientId('BEN'));
  expect(await verify(same)).toMatchObject({
    code: 0,
    said: expect.stringContaining('verified: a record with the hash'),
  });
  const [digit = ''] = same.recordHash;
  const other = { ...same, recordHash: `${digit === '0' ? '1' : '0'}${same.recordHash.slice(1)}` };
  expect((await verify(other)).said).toContain('NOT VERIFIED');

  const found = await officer.query(
    `query($client: ID!) { disclosures(filter: { client: $client }, first: 50) { edges { node { ${fields} } } } }`,
    { client: read.data.client.id },
  );
  const searched = (found.data.disclosures.edges as { node: { receipt: Receipt | null } }[]).map(
    ({ node }) => node.receipt,
  );
  expect(searched.find((receipt) => receipt?.leafIndex === held.leafIndex)).toEqual(same);
});

test('row 64: whoever acts for the client holds a receipt as far as the access history is theirs to read', async () => {
  await hub.as('work-coach').query(look, { by: { nhsNumber: hub.nhsNumber('AMINA') } });
  const held = await receiptOf('AMINA');
  const ask = `query($by: ClientLookup!) { client(by: $by) { accessHistory(first: 50) { edges { node { receipt { record leafIndex } } } withheld { reason } } } }`;
  interface Shown {
    readonly accessHistory: { readonly edges: readonly { readonly node: { readonly receipt: Receipt | null } }[] };
  }
  const asBen = async (): Promise<Shown | null> =>
    (await hub.as('client:BEN').query(ask, { by: { nhsNumber: hub.nhsNumber('AMINA') } })).data.client as Shown | null;
  expect(await asBen()).toBeNull();
  const nomination = {
    idempotencyKey: 'receipt-0001',
    client: await hub.idFor('practice', 'AMINA'),
    nhsNumber: hub.nhsNumber('BEN'),
    name: 'Ben',
    authority: 'PARENTAL_RESPONSIBILITY',
    categories: ['ACCESS_HISTORY'],
    acts: ['READ'],
    validTo: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
    evidence: 'Birth certificate',
  };
  const recorded = await hub.as('clinician').query(
    'mutation($input: RecordRepresentativeInput!) { recordRepresentative(input: $input) { __typename } }',
    { input: nomination },
  ); // prettier-ignore
  expect(recorded.data.recordRepresentative.__typename).toBe('RepresentativeRecorded');
  const receipts = (await asBen())?.accessHistory.edges.map(({ node }) => node.receipt) ?? [];
  expect(receipts.find((receipt) => receipt?.leafIndex === held.leafIndex)?.record).toBe(held.record);
});
