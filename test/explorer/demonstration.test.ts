import type { ConsentDocument } from '../../src/store/documents.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDemo, type Demo } from '../../src/demo/start.js';
import { examples } from '../../src/explorer/examples.js';
import { fillIn, samplesFor, samplesIn, type Samples } from '../../src/explorer/samples.js';
import { createLog } from '../../src/log.js';
import type { Persona } from '../../src/server/explorer.js';
import { createMetrics } from '../../src/server/metrics.js';

describe('the examples in the demonstration', () => {
  let folder: string;
  let demo: Demo;
  let personas: readonly Persona[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'explorer-demo-'));
    const metrics = createMetrics();
    const parts = { log: createLog('silent'), now: Date.now, onCall: metrics.onCall };
    demo = await startDemo({ dataDirectory: folder, port: 0, log: 'silent' }, parts, metrics);
    personas = (await (await fetch(`${demo.url}/explorer/personas`)).json()) as readonly Persona[];
  }, 120_000); // Two hundred people are enrolled; slow on a busy machine.
  afterAll(async () => {
    await demo.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Runs the examples one after the other as the page does: what an answer holds goes into the next one's variables. */
  async function runAll(name: string): Promise<Readonly<Record<string, unknown>>> {
    const persona = personas.find((each) => each.persona === name)!;
    const answers: Record<string, unknown> = {};
    let samples: Samples = samplesFor(persona);
    for (const { name: example, operation, variables } of examples) {
      if (operation.includes('\nsubscription ')) continue; // below, over a WebSocket
      const response = await fetch(`${demo.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${persona.token}` },
        body: `{"query": ${JSON.stringify(operation)}, "variables": ${fillIn(JSON.stringify(variables), samples)}}`,
      });
      const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown };
      if (['SearchLedger', 'PolicyChange'].includes(example) && !name.endsWith('-officer')) {
        // The tabs that are for two of them alone.
        expect(errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED', owner: 'SENDER' } }]);
        continue;
      }
      expect({ example, errors }).toEqual({ example, errors: undefined });
      answers[example] = data;
      samples = { ...samples, ...samplesIn(data) };
    }
    return answers;
  }

  test('every persona can run every example: none ends in an error, but for what is for privacy officers', async () => {
    for (const { persona } of personas) await runAll(persona);
  });

  test('every persona can wait at every example that waits', async () => {
    const waiting = examples.filter(({ operation }) => operation.includes('\nsubscription '));
    expect(waiting.map(({ name }) => name)).toEqual(['NoticeGiven', 'TaskRaised', 'CaseChanged', 'ReferralChanged']);
    const open = (token: string) =>
      createClient({
        url: `${demo.url.replace('http', 'ws')}/graphql`,
        webSocketImpl: WebSocket,
        connectionParams: { authorization: `Bearer ${token}` },
        retryAttempts: 0,
      });
    const listeners = () => demo.hub.services.events.listeners();
    for (const { token } of personas) {
      for (const { operation } of waiting) {
        const client = open(token);
        const before = listeners();
        const results = client.iterate({ query: operation });
        const first = results.next();
        while (listeners() === before) await new Promise((resolve) => setTimeout(resolve, 5));
        await client.dispose();
        expect(await first).toMatchObject({ done: true });
      }
    }
  });

  test('a clinician sees whether the patient is in work, and who helps', async () => {
    const { ClinicianLook, CaseloadPage, WhoAmI } = await runAll('clinician');
    expect(ClinicianLook).toMatchObject({
      client: { workStatus: { __typename: 'WorkStatus' }, support: { __typename: 'Support' } },
    });
    expect(CaseloadPage).toMatchObject({ clients: { edges: { length: 10 } } });
    expect(WhoAmI).toMatchObject({ viewer: { audience: 'CLINICIAN', purpose: 'DIRECT_CARE' } });
  });

  test('a client reads their record, records a consent and withdraws it', async () => {
    const { MyRecord, RecordConsent, WithdrawConsent, ExplainAccess } = await runAll('client');
    expect(MyRecord).toMatchObject({ me: { demographics: { __typename: 'Demographics' } } });
    expect(RecordConsent).toMatchObject({ recordConsent: { __typename: 'ConsentRecorded' } });
    expect(WithdrawConsent).toMatchObject({
      withdrawConsent: { __typename: 'ConsentWithdrawn', consent: { status: 'WITHDRAWN' } },
    });
    expect(ExplainAccess).toMatchObject({ explainAccess: { permitted: true } });
  });

  test('every kind of consent is there to be tried', async () => {
    const found = await demo.hub.store.collection('consents').find({ index: 'id', where: {}, limit: 1000 });
    const today = new Date().toISOString().slice(0, 10);
    const kinds: Readonly<Record<string, (document: ConsentDocument) => boolean>> = {
      denied: ({ consent }) => consent.effect === 'DENY',
      withdrawn: ({ consent }) => consent.status === 'WITHDRAWN',
      ended: ({ consent }) => (consent.period.end ?? today) < today,
      'not yet begun': ({ consent }) => consent.period.start > today,
      'limited to newer data': ({ consent }) => consent.dataPeriod !== undefined,
      'with nested exceptions': ({ consent }) => consent.exceptions?.[0]?.exceptions !== undefined,
      'for one person': ({ consent }) => consent.recipients.some(({ kind }) => kind === 'person'),
      'for one request': ({ consent }) => consent.request !== undefined,
      'replacing another': ({ consent }) => consent.supersedes !== undefined,
      'given by a representative': ({ evidence }) => evidence.representative !== undefined,
    };
    expect(Object.keys(kinds).filter((kind) => !found.some((document) => kinds[kind]?.(document)))).toEqual([]);
  });

  test('a provider finds referrals in every state but a draft, which is its requester’s alone, and moves one', async () => {
    const { ReferralsOfOurs, MoveReferral } = await runAll('work-and-health-coach');
    const { edges } = (ReferralsOfOurs as { trackedReferrals: { edges: { node: { progress: { state: string } } }[] } })
      .trackedReferrals;
    expect(new Set(edges.map(({ node }) => node.progress.state)).size).toBeGreaterThanOrEqual(8);
    expect(MoveReferral).toMatchObject({
      moveReferral: { __typename: expect.stringMatching(/^Referral(Moved|Refused)$/) },
    });
    const { ReferSomebody } = await runAll('clinician');
    expect(ReferSomebody).toMatchObject({
      submitReferral: { referral: { progress: { state: 'REQUESTED' } } },
    });
  });

  test('one category is explained to two personas, by two rules', async () => {
    const [clinician, workCoach] = [await runAll('clinician'), await runAll('work-coach')];
    expect(clinician['ExplainAccess']).toMatchObject({ explainAccess: { permitted: false, reason: 'NEVER_SHARED' } });
    expect(workCoach['ExplainAccess']).toMatchObject({ explainAccess: { permitted: true, basis: 'STATUTE' } });
  });
});
