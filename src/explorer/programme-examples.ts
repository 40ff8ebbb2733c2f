import type { Example } from './examples.js';

const openCase: Example = {
  name: 'OpenCase',
  variables: { idempotencyKey: 'explorer-example-case', client: '' },
  operation: `# Begin to work with somebody, as a work and health
# coach. What is not yours to do is refused as data.
mutation OpenCase($idempotencyKey: ID!, $client: ID!) {
  openCase(
    input: {
      idempotencyKey: $idempotencyKey
      client: $client
      programme: "workwell"
      stream: "NORTH_CENTRAL_LONDON"
      area: "NORTH_CENTRAL_LONDON"
      facts: { inPaidWork: true, hasHealthCondition: true }
    }
  ) {
    __typename
    ... on CaseChanged {
      case {
        id
        progress {
          __typename
          ... on CaseProgress { stream daysLeft plannedEndOn warningsOn }
          ... on Withheld { reason rule nextStep }
        }
      }
    }
    ... on CaseRefused { reason message }
  }
}
`,
};

const caseChanged: Example = {
  name: 'CaseChanged',
  variables: {},
  operation: `# As a coach, wait here; elsewhere, open a case or
# change one. Each event is decided when it comes.
subscription CaseChanged {
  caseChanged {
    id
    programme
    progress {
      __typename
      ... on CaseProgress { status stream overdue }
      ... on Withheld { reason rule }
    }
  }
}
`,
};

const referralChanged: Example = {
  name: 'ReferralChanged',
  variables: {},
  operation: `# As whoever refers or is referred to, wait here;
# elsewhere, refer somebody or move a referral.
subscription ReferralChanged {
  referralChanged {
    id
    programme
    progress {
      __typename
      ... on ReferralProgress { state }
      ... on Withheld { reason rule }
    }
  }
}
`,
};

const caseloadReport: Example = {
  name: 'CaseloadReport',
  variables: { from: '2026-01-01', months: 12 },
  operation: `# Figures of a programme. Its rates are counted by each
# definition that they have had, from the same cases.
query CaseloadReport($from: Date!, $months: Int!) {
  caseloadReport(
    programme: "individual-placement-and-support"
    from: $from
    months: $months
  ) {
    scope
    opened { count suppressed }
    notAssessed { count suppressed }
    rates {
      name
      since
      inForce
      says
      of { count suppressed }
      reached { count suppressed }
      undecided { count suppressed }
      percent
      benchmark
    }
    referrals {
      sent { count suppressed }
      bounced { count suppressed }
      medianDaysToFirstContact
    }
  }
}
`,
};

/** Work on cases and referrals, and what it comes to. */
export const programmeExamples: readonly Example[] = [openCase, caseChanged, referralChanged, caseloadReport];
