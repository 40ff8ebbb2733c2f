/** Goal rows 20 and 21: a BALP-valid event for every read, one for each person; identifiers, never results. */
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { auditEventOf } from '../../src/audit/fhir/audit-event.js';
import { provenanceOf } from '../../src/audit/fhir/provenance.js';
import type { LedgerDocument } from '../../src/store/documents.js';
import { jsonFiles, readJson, testWith, type Json } from '../adapters/nhs-care-record/outside-data.js';
import { policyVersion, startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA, BLANK } from '../acceptance/people.js';
import { faultsByProfile } from './balp-profiles.js';

const names = {
  operator: 'QZZ',
  patient: (id: string) => `patient-${id}`,
  consent: (version: string) => version,
  operation: () => undefined,
};
const profileOf = (event: Json): string =>
  String(((event['meta'] as Json)['profile'] as string[])[0]).replace(/^.*IHE\.BasicAudit\./, '');
const checked = ['Query', 'PatientQuery', 'AuthZconsent'];
const balp = testWith('audit-balp');

describe('the check itself', () => {
  const examples = () =>
    jsonFiles('audit-balp/examples')
      .map((file) => readJson('audit-balp/examples', file))
      .filter((event) => event['resourceType'] === 'AuditEvent' && checked.includes(profileOf(event)));

  balp('finds nothing wrong with the examples that IHE publishes of these profiles', () => {
    expect(examples().length).toBeGreaterThan(4);
    for (const event of examples())
      expect([event['id'], faultsByProfile(event, profileOf(event))]).toEqual([event['id'], []]);
  });

  balp('finds each thing that is taken out of an example', () => {
    for (const event of examples()) {
      const wrongly = { ...event, type: { system: 'x', code: 'x' } };
      expect(faultsByProfile(wrongly, profileOf(event))).toEqual(['AuditEvent.type: not the pattern']);
      for (const field of ['subtype', 'outcome', 'agent', 'entity']) {
        const { [field]: _gone, ...without } = event;
        expect([field, faultsByProfile(without, profileOf(event)).length > 0]).toEqual([field, true]);
      }
    }
  });
});

describe('rows 20 and 21', () => {
  let hub: TestHub;
  let records: readonly LedgerDocument[];
  beforeAll(async () => {
    hub = await startHub({ people: { AMINA: { person: AMINA }, BEN: { person: BLANK, with: ['jobcentre'] } } });
    const look = 'query($by: ClientLookup!) { client(by: $by) { benefits { __typename } fitNotes { __typename } } }';
    const by = (name: string) => ({ by: { nhsNumber: hub.nhsNumber(name) } });
    await hub.as('work-coach').query(look, by('AMINA'));
    await hub.as('clinician').query(look, by('BEN'));
    await hub.as('clinician').query(look, { by: { nhsNumber: '9990000999' } });
    await hub
      .as('work-and-health-coach')
      .query('query($by: ClientLookup!) { client(by: $by) { fitNotes { __typename } } }', by('AMINA'));
    await hub.as('provider-manager').query('{ clients { edges { node { id } } } }');
    await hub.as('client:AMINA').query('{ me { id } }');
    records = await hub.ledger();
  });
  afterAll(() => hub.close());

  balp('every record is a valid event of its profile, refusals and not-founds included', () => {
    const profiles = records.map((record) => {
      const event = auditEventOf(record, names);
      expect([record.lines, faultsByProfile(event, profileOf(event))]).toEqual([record.lines, []]);
      return profileOf(event);
    });
    expect([...new Set(profiles)].sort()).toEqual(['AuthZconsent', 'PatientQuery', 'Query']);
  });

  test('it says who, for whom, why, on which rule and basis, and joins by correlation id', () => {
    const record = records.find(({ viewer }) => viewer.audience === 'WORK_COACH')!;
    const event = auditEventOf(record, names);
    expect(event).toMatchObject({
      recorded: record.at,
      outcome: '0',
      outcomeDesc: 'not shown: FIT_NOTES (NO_CONSENT)',
      agent: expect.arrayContaining([
        expect.objectContaining({
          requestor: true,
          who: {
            identifier: { system: 'urn:work-health-hub:organisation:DWP-NORTHGATE:subject', value: 'coach-lewis' },
          },
          policy: expect.arrayContaining([
            expect.stringMatching(new RegExp(`^urn:work-health-hub:policy:${policyVersion}:`)),
          ]),
        }),
      ]),
      entity: expect.arrayContaining([
        expect.objectContaining({
          what: { identifier: { system: 'urn:work-health-hub:client', value: `patient-${record.clientId}` } },
        }),
        expect.objectContaining({ what: { identifier: { value: record.correlationId } } }),
        expect.objectContaining({
          name: 'BENEFITS',
          detail: expect.arrayContaining([
            { type: 'outcome', valueString: 'PERMITTED' },
            { type: 'basis', valueString: 'STATUTE' },
          ]),
        }),
      ]),
    });
  });

  test('it says what was asked, without a literal value; texts that differ in nothing else are one', async () => {
    const ask = (number: string) =>
      hub.as('work-coach').query(`# a remark
        query Asked { client(by: { nhsNumber: "${number}" }) { benefits { __typename } notes: accessHistory(first: 7) { pageInfo { hasNextPage } } } }`);
    await ask(hub.nhsNumber('AMINA'));
    await ask(hub.nhsNumber('BEN'));
    const asked = (await hub.ledger()).filter(({ operation }) => operation.name === 'Asked');
    const [digest, ...others] = new Set(asked.map(({ operation }) => operation.digest));
    expect(others).toEqual([]);
    const text = [
      'query Asked {',
      '  client(by: {nhsNumber: ""}) {',
      '    benefits {', '      __typename', '    }',
      '    notes: accessHistory(first: 0) {', '      pageInfo {', '        hasNextPage', '      }', '    }',
      '  }',
      '}',
    ].join('\n'); // prettier-ignore
    expect(createHash('sha256').update(text).digest('hex')).toBe(digest);
    const officer = {
      sub: 'officer-dwp',
      organisation: 'DWP-NORTHGATE',
      role: 'PRIVACY_OFFICER',
      purpose: 'PRIVACY_AUDIT',
    };
    const { data } = await hub
      .as(officer)
      .query(
        '{ disclosures(filter: { subject: "coach-lewis" }) { edges { node { operationName operationText operationDigest auditEvent } } } }',
      );
    const nodes = (data.disclosures.edges as { node: Record<string, string> }[]).map(({ node }) => node);
    const found = nodes.filter(({ operationName }) => operationName === 'Asked');
    expect(found).toHaveLength(2);
    for (const node of found) {
      expect(node).toMatchObject({ operationText: text, operationDigest: digest });
      const { entity } = JSON.parse(node['auditEvent'] ?? '') as { entity: { query?: string }[] };
      const [query = ''] = entity.flatMap((each) => each.query ?? []);
      expect(Buffer.from(query, 'base64').toString()).toBe(`GraphQL Asked\nsha-256: ${digest}\n\n${text}`);
    }
  });

  test('nothing in it is a result: no name, no number, no item of the record', () => {
    const text = records
      .map((record) => JSON.stringify([auditEventOf(record, names), provenanceOf(record, names)]))
      .join();
    for (const secret of [
      hub.nhsNumber('AMINA'),
      hub.nhsNumber('BEN'),
      AMINA.familyName,
      AMINA.birthDate,
      AMINA.postcode,
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  test('what was shown has a provenance: its sources, its custodian, its rule, and the record’s hash', () => {
    const record = records.find(({ viewer }) => viewer.audience === 'WORK_COACH')!;
    expect(provenanceOf(record, names)).toMatchObject({
      resourceType: 'Provenance',
      recorded: record.at,
      agent: [{ who: { identifier: { value: 'QZZ' } } }, { who: { identifier: { value: 'DWP-NORTHGATE' } } }],
      entity: expect.arrayContaining([
        { role: 'source', what: { identifier: { system: 'urn:work-health-hub:source', value: 'dwp-citizen' } } },
        { role: 'source', what: { identifier: { system: 'urn:work-health-hub:ledger:sha-256', value: record.hash } } },
      ]),
    });
    expect(
      provenanceOf(
        records.find(({ clientId }) => clientId === undefined)!,
        names,
      ),
    ).toBeUndefined();
  });
});
