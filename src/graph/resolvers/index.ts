import { mergeResolvers } from '@graphql-tools/merge';
import { access } from './access.js';
import { audit } from './audit.js';
import { benefits } from './benefits.js';
import { caseOfSupport } from './case.js';
import { client } from './client.js';
import { consent } from './consent.js';
import { consentExchange } from './consent-exchange.js';
import { correction } from './correction.js';
import { demographics } from './demographics.js';
import { disclosure } from './disclosure.js';
import { emergency } from './emergency.js';
import { notice } from './notice.js';
import { employment } from './employment.js';
import { explain } from './explain.js';
import { health } from './health.js';
import { history } from './history.js';
import { referral } from './referral.js';
import { programme } from './programme.js';
import { links } from './links.js';
import { identity } from './identity.js';
import { policy } from './policy.js';
import { preview } from './preview.js';
import { report } from './report.js';
import { services } from './services.js';
import { representative } from './representative.js';
import { adjustment } from './adjustment.js';
import { employer } from './employer.js';
import { employerCase } from './employer-case.js';
import { session } from './session.js';
import { support } from './support.js';
import { task } from './task.js';

/** All resolvers, one file per schema file. */
export const resolvers = mergeResolvers([
  client,
  demographics,
  disclosure,
  employment,
  benefits,
  health,
  support,
  consent,
  access,
  audit,
  history,
  task,
  emergency,
  notice,
  referral,
  programme,
  identity,
  explain,
  preview,
  policy,
  links,
  caseOfSupport,
  employer,
  employerCase,
  report,
  adjustment,
  services,
  representative,
  session,
  consentExchange,
  correction,
]);
