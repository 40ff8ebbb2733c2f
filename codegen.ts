/**
 * Writes `src/graph/generated.ts` (resolver types) and `schema.graphql` (the printed contract) from `schema/`, and the fact model
 * of programmes into their guide.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { codegen } from '@graphql-codegen/core';
import * as typescript from '@graphql-codegen/typescript';
import * as typescriptResolvers from '@graphql-codegen/typescript-resolvers';
import { parse } from 'graphql';
import { format, resolveConfig } from 'prettier';
import { printContract, readContract } from './src/graph/contract.js';
import { withFactTable } from './src/programme/fact-table.js';

const records = '../../adapters/records.js';
const sections = './section-records.js';
const mappers = {
  Client: './client-file.js#ClientFile',
  Viewer: '../access/types.js#Viewer as VerifiedViewer',
  ClientLink: './link-view.js#LinkView',
  AccessHistoryEntry: './access-history.js#ShownEntry',
  DisclosureRecord: './audit-reading.js#AuditView',
  AccessReceipt: './receipt-view.js#HeldReceipt',
  Task: './task-view.js#TaskView',
  EmergencyAccess: '../store/documents/emergency-grant.js#EmergencyGrantDocument',
  TaskMove: './task-view.js#TaskMoveView',
  CorrectionRequest: './correction-view.js#CorrectionView',
  AskedCorrection: './correction-view.js#AskedCorrectionView',
  CorrectionStep: './correction-view.js#CorrectionStepView',
  Demographics: './traced-section.js#DemographicsRecord',
  Contact: './traced-section.js#ContactRecord',
  WorkStatus: `${sections}#DerivedWorkStatus`,
  Employment: `${sections}#EmploymentRecord`,
  FitNotes: `${sections}#FitNotesRecord`,
  Measures: `${sections}#MeasuresRecord`,
  Observations: `${sections}#ObservationsRecord`,
  Appointments: `${sections}#AppointmentsRecord`,
  Encounters: `${sections}#EncountersRecord`,
  Referrals: `${sections}#ReferralsRecord`,
  Support: `${sections}#SupportRecord`,
  Conditions: `${sections}#ConditionsRecord`,
  Benefits: `${sections}#BenefitsRecord`,
  ServiceAtLocation: './service-view.js#ServiceView',
  Provenance: `${records}#Provenance as ProvenanceRecord`,
  Condition: `${sections}#ClassifiedCondition`,
  EmploymentSpell: `${records}#EmploymentSpell as EmploymentSpellRecord`,
  BenefitClaim: `${records}#BenefitClaim as BenefitClaimRecord`,
  FitNote: `${records}#FitNote as FitNoteRecord`,
  MeasureScore: `${records}#MeasureScore as MeasureScoreRecord`,
  Observation: `${records}#Observation as ObservationRecord`,
  Appointment: `${records}#Appointment as AppointmentRecord`,
  Encounter: `${records}#Encounter as EncounterRecord`,
  Referral: `${records}#Referral as ReferralRecord`,
  SupportCase: `${records}#SupportCase as SupportCaseRecord`,
  SupportSession: `${records}#SupportSession as SupportSessionRecord`,
  Case: './case-file.js#CaseFile',
  CaseloadReport: './report-view.js#CaseloadFigures',
  GroupSession: '../support/session-document.js#GroupSessionDocument',
  EmployerCase: './employer-file.js#EmployerCaseFile',
  Employer: './employer-file.js#EmployerFile',
  EmployerEnquiry: './employer-file.js#EnquiryView',
  SupportedPerson: './employer-file.js#SupportedPerson as SupportedPersonRecord',
  WorkplaceAdjustments: './adjustment-file.js#AdjustmentsRecord',
  WorkplaceAdjustment: './adjustment-file.js#AdjustmentView',
  TrackedReferral: './referral-file.js#ReferralFile',
  ReferralEvent: './referral-view.js#EventOfReferral',
};

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
    scalars: {
      NHSNumber: '../access/types.js#NHSNumber',
      Date: 'string',
      DateTime: 'string',
      FHIRDateTime: 'string',
      Pence: 'number',
      UKPostcode: 'string',
    },
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
const guide = 'docs/guides/programmes.md';
const outputs = [
  ['src/graph/generated.ts', await format(generated, { ...style, parser: 'typescript' })],
  ['schema.graphql', await format(printContract(contract), { ...style, parser: 'graphql' })],
  [guide, await format(withFactTable(readOrEmpty(guide)), { ...style, parser: 'markdown' })],
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
