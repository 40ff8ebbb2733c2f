/**
 * The plain stack: what the brief's own words lead to at first. Apollo Server on Express with fhir-kit-client as it comes
 * (global fetch), the hub's contract, a resolver for each section. No sign-in, no access, no ledger.
 */
import type { AddressInfo } from 'node:net';
import { ApolloServer } from '@apollo/server';
import { expressMiddleware } from '@as-integrations/express5';
import { makeExecutableSchema } from '@graphql-tools/schema';
import express from 'express';
import { Client } from 'fhir-kit-client';
import { readContract } from '../../src/graph/contract.js';
import { packageRoot } from '../../src/package-root.js';
import { tokenFor } from '../upstream/callers.js';
import { benchPeople, type BenchPerson } from '../upstream/people.js';
import { fhirPath } from '../upstream/simulator.js';
import { casesPath } from './cases-query.js';
import { createClaimsReader } from './dwp-guids.js';
import { answerParent, type Start } from './messages.js';
import { openPools } from './pools.js';
import * as wire from './wire.js';

const authorization = `Bearer ${tokenFor('plain')}`;

async function start({ upstreams }: Start): Promise<string> {
  const byNhsNumber = new Map(benchPeople().map((person) => [person.nhsNumber, person]));
  const fhir = new Client({ baseUrl: `${upstreams.fhir}${fhirPath}`, customHeaders: { authorization } });
  // Only a dispatcher brings the client certificate, so DWP goes over the same pool as the floor's.
  const claimsOf = createClaimsReader(openPools(upstreams).dwp, authorization);

  async function bundle<Resource>(resourceType: string, { patientId }: BenchPerson): Promise<wire.Bundle<Resource>> {
    const found: unknown = await fhir.search({ resourceType, searchParams: { patient: patientId, _count: 250 } });
    return found as wire.Bundle<Resource>;
  }
  async function casesOf({ contactId }: BenchPerson): Promise<wire.Cases> {
    const response = await fetch(`${upstreams.dataverse}${casesPath([contactId])}`, {
      headers: { authorization, accept: 'application/json', prefer: 'odata.include-annotations="*"' },
    });
    return (await response.json()) as wire.Cases;
  }

  const sections = {
    conditions: async (person: BenchPerson) => ({
      __typename: 'Conditions',
      ...wire.conditionsOf(await bundle('Condition', person)),
    }),
    observations: async (person: BenchPerson) => ({
      __typename: 'Observations',
      ...wire.observationsOf(await bundle('Observation', person)),
    }),
    encounters: async (person: BenchPerson) => ({
      __typename: 'Encounters',
      ...wire.encountersOf(await bundle('Encounter', person)),
    }),
    appointments: async (person: BenchPerson) => ({
      __typename: 'Appointments',
      ...wire.appointmentsOf(await bundle('Appointment', person)),
    }),
    benefits: async (person: BenchPerson) => ({ __typename: 'Benefits', ...wire.benefitsOf(await claimsOf(person)) }),
    support: async (person: BenchPerson) => ({ __typename: 'Support', ...wire.supportOf(await casesOf(person)) }),
  };
  const schema = makeExecutableSchema({
    typeDefs: readContract(new URL('schema/', packageRoot)),
    resolvers: {
      Query: { client: (_root: unknown, { by }: { by: { nhsNumber: string } }) => byNhsNumber.get(by.nhsNumber) },
      Client: sections,
    },
  });
  const apollo = new ApolloServer({ schema });
  await apollo.start();
  const app = express();
  app.use('/graphql', express.json(), expressMiddleware(apollo));
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

answerParent({ start: (told) => (told ? start(told) : Promise.reject(new Error('nothing was told'))) });
