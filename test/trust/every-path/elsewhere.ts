/** Fields of the contract that the table of clients does not walk itself. A new field has to be put somewhere. */

const referrals = 'every-path-referrals.test.ts';

/** Walked by another table; by field, the test of this folder. */
export const elsewhere: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'Client.trackedReferrals',
      'Query.trackedReferral',
      'Query.trackedReferrals',
      'Query.referralConversation',
      'Subscription.referralChanged',
      'TrackedReferral.duplicates',
      'TrackedReferralEdge.node',
      'ReferralConversation.referrals',
      'ReferralDuplicates.referrals',
      'ReferralMoved.referral',
      'ReferralSubmitted.referral',
      'Mutation.submitReferral',
      'Mutation.moveReferral',
    ].map((field) => [field, referrals]),
  ),
  'Subscription.noticeGiven': 'row-25-first-access-notice.test.ts',
  'Query.caseloadReport': '../acceptance/caseload-report.test.ts',
  'EmergencyAccess.client': 'row-11-emergency-access.test.ts',
  'Query.consentDiff': '57-preview.test.ts',
  'Query.consentVersions': 'two-worlds.test.ts',
  'Query.exportConsent': 'two-worlds.test.ts',
};

/** Root fields that tell of no person; by field, why. */
export const personless: Readonly<Record<string, string>> = {
  'Query._service': 'the contract itself',
  'Query.checkCapacity': 'what a gateway says of its places',
  'Query.eligibilityFacts': 'the names of facts',
  'Query.employerCase': 'an employer and no person',
  'Query.employerCases': 'employers and no persons',
  'Query.policyChange': 'two versions of the policy',
  'Query.programmes': 'definitions of programmes',
  'Query.viewer': 'the caller themselves',
};
