/** Every collection that the hub keeps. */
import type { CollectionName } from '../port.js';
import type { Model } from './declare.js';
import { firstAccesses, historyDelays } from './access-history.js';
import { capacities } from './capacities.js';
import { cases } from './cases.js';
import { clients } from './clients.js';
import { consents } from './consents.js';
import { emergencyGrants } from './emergency-grants.js';
import { corrections } from './corrections.js';
import { employerCases } from './employer-cases.js';
import { adjustments, employerEnquiries, employers, supportedStaff } from './employers.js';
import { eventSlots } from './event-slots.js';
import { identifiers } from './identifiers.js';
import { ledger } from './ledger.js';
import { ledgerHeads, ledgerNodes } from './ledger-proofs.js';
import { placeGates } from './place-gates.js';
import { operations } from './operations.js';
import { policies } from './policies.js';
import { matches } from './matches.js';
import { notices } from './notices.js';
import { providerFiles } from './provider-files.js';
import { providerRows } from './provider-rows.js';
import { referralLinks } from './referral-links.js';
import { referrals } from './referrals.js';
import { representatives } from './representatives.js';
import { relationships } from './relationships.js';
import { groupSessions, sessions } from './sessions.js';
import { storeFormats } from './store-formats.js';
import { tasks } from './tasks.js';
import { unlinks } from './unlinks.js';
import { usedKeys } from './used-keys.js';
import { withdrawals } from './withdrawals.js';

export const models = {
  clients,
  identifiers,
  relationships,
  representatives,
  consents,
  withdrawals,
  ledger,
  operations,
  ledgerNodes,
  ledgerHeads,
  firstAccesses,
  historyDelays,
  policies,
  matches,
  unlinks,
  providerRows,
  providerFiles,
  tasks,
  usedKeys,
  referrals,
  referralLinks,
  capacities,
  employers,
  employerEnquiries,
  supportedStaff,
  adjustments,
  eventSlots,
  cases,
  sessions,
  groupSessions,
  emergencyGrants,
  notices,
  employerCases,
  placeGates,
  corrections,
  storeFormats,
} satisfies Readonly<Record<CollectionName, Model>>;

export type Models = typeof models;
export const collectionNames = Object.keys(models) as readonly CollectionName[];
