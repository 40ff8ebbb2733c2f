/**
 * The floor: the same upstream calls and the same answer, written by hand on node:http and undici. No GraphQL, no sign-in,
 * no access, no ledger. `--trimmed` asks FHIR for the mapped elements only.
 */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as searches from '../../adapters/nhs-care-record/searches.js';
import { benchPeople, pageSize, type BenchPerson } from '../upstream/people.js';
import { fhirPath } from '../upstream/simulator.js';
import { tokenFor } from '../upstream/callers.js';
import { casesPath } from './cases-query.js';
import { createClaimsReader } from './dwp-guids.js';
import { answerParent, type Start } from './messages.js';
import { openPools } from './pools.js';
import * as wire from './wire.js';

const trimmed = process.argv.includes('--trimmed');
const caller = trimmed ? 'floor-trimmed' : 'floor-whole';
const authorization = `Bearer ${tokenFor(caller)}`;

async function start({ upstreams }: Start): Promise<string> {
  const people = benchPeople();
  const byNhsNumber = new Map(people.map((person) => [person.nhsNumber, person]));
  const pools = openPools(upstreams);
  const claimsOf = createClaimsReader(pools.dwp, authorization);
  const fhirHeaders = { authorization, accept: 'application/fhir+json' };
  const caseHeaders = { authorization, accept: 'application/json', prefer: 'odata.include-annotations="*"' };

  const elements = (search: { readonly elements: string }): string => (trimmed ? `&_elements=${search.elements}` : '');
  async function bundle<Resource>(search: { readonly type: string; readonly elements: string }, patient: string) {
    const path = `${fhirPath}/${search.type}?patient=${patient}&_count=250${elements(search)}`;
    const { body } = await pools.fhir.request({ method: 'GET', path, headers: fhirHeaders });
    return (await body.json()) as wire.Bundle<Resource>;
  }
  async function casesOf(contactIds: readonly string[]): Promise<wire.Cases> {
    const { body } = await pools.dataverse.request({
      method: 'GET',
      path: casesPath(contactIds),
      headers: caseHeaders,
    });
    return (await body.json()) as wire.Cases;
  }

  async function clientView(person: BenchPerson): Promise<object> {
    const { patientId } = person;
    const [conditions, observations, encounters, appointments, claims, cases] = await Promise.all([
      bundle<wire.Condition>(searches.conditions, patientId),
      bundle<wire.Observation>(searches.observations, patientId),
      bundle<wire.Encounter>(searches.encounters, patientId),
      bundle<wire.Appointment>(searches.appointments, patientId),
      claimsOf(person),
      casesOf([person.contactId]),
    ]);
    return {
      client: {
        conditions: wire.conditionsOf(conditions),
        observations: wire.observationsOf(observations),
        encounters: wire.encountersOf(encounters),
        appointments: wire.appointmentsOf(appointments),
        benefits: wire.benefitsOf(claims),
        support: wire.supportOf(cases),
      },
    };
  }

  async function appointmentsOf(members: readonly BenchPerson[]): Promise<wire.Bundle<wire.Appointment>> {
    const { body } = await pools.fhir.request({
      method: 'POST',
      path: `${fhirPath}/Appointment/_search`,
      headers: { ...fhirHeaders, 'content-type': 'application/x-www-form-urlencoded' },
      body: `patient=${members.map(({ patientId }) => patientId).join(',')}&_count=1000${elements(searches.appointments)}`,
    });
    return (await body.json()) as wire.Bundle<wire.Appointment>;
  }

  async function page(members: readonly BenchPerson[]): Promise<object> {
    const [appointments, cases, claims] = await Promise.all([
      appointmentsOf(members),
      casesOf(members.map(({ contactId }) => contactId)),
      Promise.all(members.map(claimsOf)),
    ]);
    return pageOf(members, appointments, cases, claims);
  }

  const server = createServer((request, response) => {
    const [, what, name] = (request.url ?? '').split('/');
    const person = byNhsNumber.get(name ?? '');
    const from = Number(name) * pageSize;
    const answer = what === 'page' ? page(people.slice(from, from + pageSize)) : person && clientView(person);
    if (!answer) return void response.writeHead(404).end();
    answer.then(
      (data) => send(response, JSON.stringify({ data })),
      () => response.writeHead(500).end(),
    );
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function send(response: ServerResponse, text: string): void {
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function pageOf(
  members: readonly BenchPerson[],
  bundle: wire.Bundle<wire.Appointment>,
  { value }: wire.Cases,
  claims: readonly wire.Claims[],
): object {
  // The bundle is in the order of no one in particular: the most recent of each person is looked for.
  const newest = new Map<string, wire.Appointment>();
  for (const { resource } of bundle.entry) {
    const patient =
      resource.participant.find(({ actor }) => actor.reference.startsWith('Patient/'))?.actor.reference ?? '';
    const known = newest.get(patient);
    if (!known || known.start < resource.start) newest.set(patient, resource);
  }
  const rows = new Map(value.map((row) => [row._wh_contactid_value, row]));
  const edges = members.map((person, index) => {
    const { givenName, familyName, birthDate, sex, patientId, contactId } = person;
    const appointment = newest.get(`Patient/${patientId}`);
    const [row, claim] = [rows.get(contactId), claims[index]];
    return {
      node: {
        demographics: { name: { given: [givenName], family: familyName }, birthDate, sex },
        workStatus: row && claim && wire.workStatusOf(claim, row),
        appointments: { items: appointment ? [{ status: appointment.status, start: appointment.start }] : [] },
      },
    };
  });
  return { clients: { edges } };
}

answerParent({ start: (told) => (told ? start(told) : Promise.reject(new Error('nothing was told'))) });
