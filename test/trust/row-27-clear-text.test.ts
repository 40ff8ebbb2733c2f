/** Goal row 27: what the store holds in the clear is known, field by field. Free text about a person and what identifies one is sealed. */
import { expect, test } from '@jest/globals';
import { Schema } from 'mongoose';
import { sealed } from '../../src/store/models/declare.js';
import { collectionNames, models } from '../../src/store/models/index.js';

/** Texts that may hold anything: no list of words, no pattern. */
function clearTexts(schema: Schema, place: string): readonly string[] {
  const found: string[] = [];
  schema.eachPath((name, type) => {
    const path = `${place}.${name === '_id' ? 'id' : name}`;
    const held =
      (type.instance === 'Array' ? (type as { embeddedSchemaType?: typeof type }).embeddedSchemaType : type) ?? type;
    const { enum: words, match } = held.options as { readonly enum?: readonly string[]; readonly match?: RegExp };
    if (type.schema instanceof Schema) found.push(...clearTexts(type.schema, path));
    else if (held.instance === 'String' && !words && !match) found.push(path);
  });
  return found;
}
const all = collectionNames.flatMap((name) => clearTexts(models[name].schema, name));

/** What a text in the clear may be, by the last part of its name. A new field is none of these until somebody has looked at it. */
const known: Readonly<Record<string, readonly string[]>> = {
  'the hub’s own random ids, which mean nothing outside of it': [
    ...[
      'id',
      'clientId',
      'ownerId',
      'mergedInto',
      'keptApartFrom',
      'other',
      'match',
      'record',
      'representativeId',
      'consentId',
    ],
    ...[
      'representation',
      'consent',
      'consents',
      'supersedes',
      'grant',
      'employerId',
      'caseId',
      'referral',
      'referralId',
      'onwardFrom',
    ],
    ...[
      'correlationId',
      'requestId',
      'group',
      'roster',
      'series',
      'slot',
      'bulk',
      'about',
      'holder',
      'writer',
      'of',
      'notices',
    ],
  ],
  'keyed hashes, digests and signatures': [
    ...[
      'personKey',
      'dedupeKey',
      'subjectKey',
      'fileDigest',
      'inputDigest',
      'previousHash',
      'hash',
      'salt',
      'signature',
    ],
  ],
  'organisations, by their codes': [
    ...['organisation', 'requesterOrganisation', 'gatewayOrganisation', 'targetOrganisation', 'heldBy'],
    ...['hostedBy', 'deliveredBy', 'provider', 'to', 'owner', 'issuer', 'addressedTo'],
  ],
  'callers, as their tokens name them, and the keys that they choose': [
    ...['subject', 'onBehalfOf', 'application', 'manager', 'reportedBy', 'idempotencyKey', 'key'],
  ],
  'words of the policy, the programme or the contract': [
    ...[
      'system',
      'policyVersion',
      'modelVersion',
      'section',
      'rule',
      'sources',
      'name',
      'programme',
      'programmeVersion',
      'stream',
      'area',
    ],
    ...[
      'ruleResult',
      'role',
      'reason',
      'category',
      'topic',
      'field',
      'level',
      'language',
      'column',
      'fault',
      'lastFault',
      'text',
      'source',
    ],
  ],
  'employers and places that stand in no person’s document': ['postcodeDistrict', 'place'],
  // What a decision was asked for is part of what it is replayed from.
  'the request that a consent answers': ['what'],
};
/** Words that are codes or names where they stand, and would be free text elsewhere. */
const onlyIn: Readonly<Record<string, readonly string[]>> = {
  name: ['ledger.operation.name', 'employers.name'],
  // An operation is kept with every literal left out.
  text: ['policies.text', 'operations.text'],
  reason: [
    'cases.extensions.reason',
    'cases.discharge.reason',
    'employerCases.discharge.reason',
    'employerCases.changes.reason',
  ],
  provider: ['providerRows.provider', 'providerFiles.provider'],
  place: ['groupSessions.place'],
  source: ['corrections.source'],
  what: ['consents.consent.request.what'],
};

test('the walk below sees what is sealed as sealed, and clear text as clear', () => {
  expect(all).toContain('ledger.clientId');
  expect(all.filter((path) => path.startsWith('clients.subject'))).toEqual([]);
  expect(
    clearTexts(new Schema({ note: { type: String }, told: sealed, parts: [new Schema({ words: String })] }), 'x'),
  ).toEqual(expect.arrayContaining(['x.note', 'x.parts.words']));
});

test('every text in the clear is one that somebody has looked at', () => {
  const names = new Set(Object.values(known).flat());
  const unknown = all.filter((path) => {
    const name = path.slice(path.lastIndexOf('.') + 1);
    return !names.has(name) || (onlyIn[name] !== undefined && !onlyIn[name].includes(path));
  });
  expect(unknown).toEqual([]);
});

test('no name on the list has lost its field', () => {
  const names = new Set(all.map((path) => path.slice(path.lastIndexOf('.') + 1)));
  expect(
    Object.values(known)
      .flat()
      .filter((name) => !names.has(name)),
  ).toEqual([]);
  expect(
    Object.values(onlyIn)
      .flat()
      .filter((path) => !all.includes(path)),
  ).toEqual([]);
});
