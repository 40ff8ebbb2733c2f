/** Writes `src/graph/generated.ts` (resolver types) and `schema.graphql` (the printed contract) from `schema/`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { format, resolveConfig } from 'prettier';
import { printContract, readContract } from './src/graph/contract.js';

const records = '../../adapters/records.js';
const mappers = {
  Client: './client-file.js#ClientFile',
  Benefits: './benefits.js#BenefitsRecord',
  Conditions: './health.js#ConditionsRecord',
  Employment: './section.js#ItemsRecord<records.EmploymentSpell>',
  FitNotes: './section.js#ItemsRecord<records.FitNote>',
  Measures: './section.js#ItemsRecord<records.MeasureScore>',
  Observations: './section.js#ItemsRecord<records.Observation>',
  Appointments: './section.js#ItemsRecord<records.Appointment>',
  Encounters: './section.js#ItemsRecord<records.Encounter>',
  Referrals: './section.js#ItemsRecord<records.Referral>',
  Support: './section.js#ItemsRecord<records.SupportCase>',
  EmploymentSpell: `${records}#EmploymentSpell`,
  FitNote: `${records}#FitNote`,
  MeasureScore: `${records}#MeasureScore`,
  Observation: `${records}#Observation`,
  Appointment: `${records}#Appointment`,
  Encounter: `${records}#Encounter`,
  Referral: `${records}#Referral`,
  SupportCase: `${records}#SupportCase`,
  SupportSession: `${records}#SupportSession`,
};

const scalars = Object.fromEntries(
  ['NHSNumber', 'Date', 'DateTime', 'FHIRDateTime']
    .map((name) => [name, 'string'] as const)
    .concat([['Pence', 'number'] as never]),
);

const contract = readContract(new URL('../schema/', import.meta.url));
const generated = await codegen({
  filename: 'generated.ts',
  documents: [],
  schema: parse(contract),
  plugins: [{ typescript: {} }, { typescriptResolvers: {} }],
  pluginMap: { typescript, typescriptResolvers },
  config: {
    contextType: './context.js#RequestContext',
    mappers,
    scalars: { ...scalars, NHSNumber: { input: "import('../access/types.js').NHSNumber", output: 'string' } },
    useTypeImports: true,
    enumsAsTypes: true,
    immutableTypes: true,
    avoidOptionals: { field: true },
    maybeValue: 'T | null',
    inputMaybeValue: 'T | null | undefined',
    skipTypename: true,
    emitLegacyCommonJSImports: false,
  },
});

const style = await resolveConfig('src/graph/generated.ts');
const outputs = [
  [
    'src/graph/generated.ts',
    await format(`import type * as records from '${records}';\n${generated}`, { ...style, parser: 'typescript' }),
  ],
  ['schema.graphql', await format(printContract(contract), { ...style, parser: 'graphql' })],
] as const;

// `--check` compares instead of writing: CI fails where the contract and what was made of it differ.
const stale = outputs.filter(([file, text]) => readOrEmpty(file) !== text);
if (process.argv.includes('--check')) {
  for (const [file] of stale) process.stderr.write(`${file} is not what schema/ says: run npm run codegen\n`);
  process.exitCode = stale.length === 0 ? 0 : 1;
} else {
  for (const [file, text] of stale) writeFileSync(file, text);
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
