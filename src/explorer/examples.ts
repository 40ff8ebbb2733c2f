import { identityExamples } from './identity-examples.js';
import { programmeExamples } from './programme-examples.js';
import { trustExamples } from './trust-examples.js';

/** One operation that the explorer opens as a tab. */
export interface Example {
  /** The operation's own name, which is the tab's title. */
  readonly name: string;
  readonly operation: string;
  /** `samples.ts` puts the caller's own values in place of these. */
  readonly variables: Readonly<Record<string, unknown>>;
}

const clinicianLook: Example = {
  name: 'ClinicianLook',
  variables: { nhsNumber: '9000000009' },
  operation: `# Is this patient in work, and who is helping?
# Each section is a record, or says why not.
query ClinicianLook($nhsNumber: NHSNumber!) {
  client(by: { nhsNumber: $nhsNumber }) {
    id
    workStatus {
      __typename
      ... on WorkStatus {
        inWork
        since
        statements {
          inWork
          provenance { source }
        }
      }
      ... on NoRecord { sources { source outcome } }
      ... on Withheld { reason rule nextStep }
      ... on Unavailable { cause retryAfterSeconds }
    }
    support {
      __typename
      ... on Support {
        cases {
          programme
          status
          coachName
          startedOn
        }
      }
      ... on NoRecord { sources { source outcome } }
      ... on Withheld { reason rule nextStep }
      ... on Unavailable { cause retryAfterSeconds }
    }
    fitNotes {
      __typename
      ... on FitNotes {
        items(first: 3) {
          status
          periodStart
          periodEnd
          adjustments
        }
      }
      ... on NoRecord { sources { source outcome } }
      ... on Withheld { reason rule nextStep }
      ... on Unavailable { cause retryAfterSeconds }
    }
  }
}
`,
};

const caseloadPage: Example = {
  name: 'CaseloadPage',
  variables: { first: 10, after: null },
  operation: `# The clients that your organisation works with,
# newest relationship first. Next page: endCursor
# into "after". A cursor is good for you only.
query CaseloadPage($first: Int!, $after: String) {
  clients(first: $first, after: $after) {
    edges {
      node {
        id
        demographics {
          __typename
          ... on Demographics {
            name { given family }
            birthDate
          }
          ... on Withheld { reason nextStep }
        }
        workStatus {
          __typename
          ... on WorkStatus { inWork since }
          ... on Withheld { reason nextStep }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
};

const myRecord: Example = {
  name: 'MyRecord',
  variables: { first: 20 },
  operation: `# What is held about me, what I agreed to, and
# who looked. For the client persona: null for
# everybody else.
query MyRecord($first: Int!) {
  me {
    id
    demographics {
      __typename
      ... on Demographics {
        name { given family }
        birthDate
      }
    }
    workStatus {
      __typename
      ... on WorkStatus { inWork since }
    }
    consents {
      id
      status
      effect
      categories
      recipients { organisation audience }
      purposes
      validFrom
      validTo
    }
    accessHistory(first: $first) {
      edges {
        node {
          at
          sentence
          firstByOrganisation
          emergency
          receipt { record leafIndex path head { writer sequence hash root at closed signature } }
        }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
}
`,
};

const recordConsent: Example = {
  name: 'RecordConsent',
  variables: {
    client: '',
    idempotencyKey: 'choose-a-key',
    categories: ['FIT_NOTES'],
    recipients: [{ audience: 'WORK_AND_HEALTH_COACH' }],
    purposes: ['EMPLOYMENT_SUPPORT'],
  },
  operation: `# The client agrees that their coach may see
# their fit notes. "client" is filled in from the
# last answer that held one: run ClinicianLook or
# MyRecord first. The same idempotencyKey gives
# the first result again: change it to record
# another consent.
mutation RecordConsent(
  $client: ID!
  $idempotencyKey: ID!
  $categories: [DataCategory!]!
  $recipients: [ConsentRecipientInput!]!
  $purposes: [Purpose!]!
) {
  recordConsent(
    input: {
      client: $client
      idempotencyKey: $idempotencyKey
      categories: $categories
      recipients: $recipients
      purposes: $purposes
      evidence: {
        method: SPOKEN
        wording: "May your coach see your fit notes?"
      }
    }
  ) {
    __typename
    ... on ConsentRecorded {
      consent { id version status validFrom }
    }
    ... on ConsentRefused { reason message }
  }
}
`,
};

const withdrawConsent: Example = {
  name: 'WithdrawConsent',
  variables: { consent: '', idempotencyKey: 'choose-a-key', reason: 'I changed my mind' },
  operation: `# In force at once, for answers under way too.
# "consent" is filled in from the last answer that
# held one: run RecordConsent or MyRecord first.
mutation WithdrawConsent(
  $consent: ID!
  $idempotencyKey: ID!
  $reason: String
) {
  withdrawConsent(
    input: {
      consent: $consent
      idempotencyKey: $idempotencyKey
      reason: $reason
    }
  ) {
    __typename
    ... on ConsentWithdrawn {
      consent { id version status }
    }
    ... on ConsentRefused { reason message }
  }
}
`,
};

const consentWithException: Example = {
  name: 'ConsentWithException',
  variables: {
    client: '',
    idempotencyKey: 'choose-a-key',
    exceptions: [
      {
        categories: ['CONDITIONS'],
        exceptions: [{ recipients: [{ person: { subject: 'coach-shah', organisation: 'PATHWAYS' } }] }],
      },
    ],
  },
  operation: `# Yes to fit notes and health problems, but no to
# the health problems, except for one coach. Each
# exception does the opposite of what is around it.
mutation ConsentWithException(
  $client: ID!
  $idempotencyKey: ID!
  $exceptions: [ConsentExceptionInput!]!
) {
  recordConsent(
    input: {
      client: $client
      idempotencyKey: $idempotencyKey
      categories: [FIT_NOTES, CONDITIONS]
      recipients: [{ audience: WORK_AND_HEALTH_COACH }]
      purposes: [EMPLOYMENT_SUPPORT]
      exceptions: $exceptions
      evidence: {
        method: SPOKEN
        wording: "May coaches see your fit notes?"
      }
    }
  ) {
    __typename
    ... on ConsentRecorded {
      consent {
        id
        categories
        exceptions {
          effect
          categories
          exceptions {
            effect
            recipients { person { subject } }
          }
        }
      }
    }
    ... on ConsentRefused { reason message }
  }
}
`,
};

const recordRepresentative: Example = {
  name: 'RecordRepresentative',
  variables: { client: '', idempotencyKey: 'choose-a-key', ownNumber: '9000000009', until: '2030-12-31' },
  operation: `# An attorney for health may read and agree for a
# client who cannot decide. For the clinician: nobody
# records who acts for themselves. What an authority
# can reach at most stands in policies/sharing.yaml.
mutation RecordRepresentative(
  $client: ID!
  $idempotencyKey: ID!
  $ownNumber: NHSNumber!
  $until: Date!
) {
  recordRepresentative(
    input: {
      client: $client
      idempotencyKey: $idempotencyKey
      nhsNumber: $ownNumber
      name: "Robin Ashworth"
      authority: HEALTH_AND_WELFARE_ATTORNEY
      categories: [FIT_NOTES, SUPPORT]
      acts: [READ, RECORD_CONSENT]
      validTo: $until
      evidence: "Registered power, seen today"
    }
  ) {
    __typename
    ... on RepresentativeRecorded {
      representative { id authority categories acts validTo }
    }
    ... on RepresentativeRefused { reason message }
  }
}
`,
};

const explainAccess: Example = {
  name: 'ExplainAccess',
  variables: { client: '', category: 'CONDITIONALITY' },
  operation: `# Would I see this category of this client, by
# which rule, and what would change the answer?
# Asks no source and discloses nothing. "client"
# is filled in from the last answer with one.
query ExplainAccess(
  $client: ID!
  $category: DataCategory!
) {
  explainAccess(
    client: $client
    category: $category
  ) {
    permitted
    rule
    because
    basis
    reason
    consents
    changes { steps { kind sentence } }
    nextStep
    consequenceOfRefusal
    policyVersion
  }
}
`,
};

const previewConsent: Example = {
  name: 'PreviewConsent',
  variables: {
    client: '',
    idempotencyKey: 'choose-a-key',
    categories: ['MEASURES'],
    recipients: [{ audience: 'WORK_AND_HEALTH_COACH' }],
    purposes: ['EMPLOYMENT_SUPPORT'],
  },
  operation: `# Before signing: who would lose or gain what, in
# reads of the last 90 days? Stores nothing. For
# the client and the privacy officer; "client" is
# filled in from the last answer that held one.
query PreviewConsent(
  $client: ID!
  $idempotencyKey: ID!
  $categories: [DataCategory!]!
  $recipients: [ConsentRecipientInput!]!
  $purposes: [Purpose!]!
) {
  previewConsent(
    change: {
      record: {
        client: $client
        idempotencyKey: $idempotencyKey
        categories: $categories
        recipients: $recipients
        purposes: $purposes
        evidence: {
          method: ELECTRONIC
          wording: "May coaches see your scores?"
        }
      }
    }
  ) {
    __typename
    ... on ConsentPreview {
      sentence
      reads
      changes {
        organisation
        category
        reads
        lost
        gained
      }
      effects {
        organisation
        audience
        purpose
        category
        before { extent }
        after { extent }
      }
    }
    ... on ConsentRefused { reason message }
  }
}
`,
};

const consentDiff: Example = {
  name: 'ConsentDiff',
  variables: { consent: '' },
  operation: `# What does this consent do, compared with its
# absence? In effects, not in words. "id@1" names
# a version. "consent" is filled in from the last
# answer that held one: run MyRecord first.
query ConsentDiff($consent: ID!) {
  consentDiff(
    input: { before: null, after: $consent }
  ) {
    __typename
    ... on ConsentDiff {
      effects {
        organisation
        subject
        audience
        purpose
        category
        before { extent }
        after { extent periods { from to } }
      }
    }
    ... on ConsentRefused { reason message }
  }
}
`,
};

const whatCouldSee: Example = {
  name: 'WhatCouldSee',
  variables: {
    client: '',
    viewer: { organisation: 'PATHWAYS', audience: 'WORK_AND_HEALTH_COACH', purpose: 'EMPLOYMENT_SUPPORT' },
    on: '2026-11-20',
  },
  operation: `# What could this caller see of the client on that
# day, by the policy and the consents of then? For
# the client and the privacy officer: null for
# everybody else.
query WhatCouldSee(
  $client: ID!
  $viewer: ViewerInput!
  $on: Date!
) {
  whatCouldSee(
    client: $client
    viewer: $viewer
    on: $on
  ) {
    policyVersions
    related
    categories {
      category
      permitted
      wholeDay
      rule
      basis
      reason
    }
  }
}
`,
};

const servicesNear: Example = {
  name: 'ServicesNear',
  variables: { near: 'NR1', facts: { age: 36 } },
  operation: `# Which services near here could somebody use,
# and why? A district is enough. Add "client" to
# decide by what you may see of a client; without
# "near" it then looks where they live.
query ServicesNear(
  $near: String
  $client: ID
  $facts: EligibilityFactsInput! = {}
) {
  servicesNear(
    near: $near
    client: $client
    facts: $facts
    first: 5
  ) {
    __typename
    ... on ServicesNear {
      edges {
        node {
          name
          organisation
          distanceMetres
          eligibility {
            outcome
            reasons { state says }
            missing { input question }
          }
          contact { url email }
          assuredOn
        }
      }
      withheld { category reason }
    }
    ... on NoServices { why }
    ... on DirectoryUnavailable { cause }
    ... on Withheld { reason nextStep }
    ... on Unavailable { cause }
  }
}
`,
};

const referSomebody: Example = {
  name: 'ReferSomebody',
  variables: {
    client: '',
    idempotencyKey: 'choose-a-key',
    programme: 'scotland-health-and-work-support',
    area: 'DUNDEE',
  },
  operation: `# Refers a client to the one gateway of a
# programme in an area; the gateway chooses the
# stream. "client" is filled in from the last
# answer with one: run ClinicianLook first. The
# clinician and the work coach refer.
mutation ReferSomebody(
  $client: ID!
  $idempotencyKey: ID!
  $programme: String!
  $area: String!
) {
  submitReferral(
    input: {
      idempotencyKey: $idempotencyKey
      subject: { client: $client }
      programme: $programme
      area: $area
      heardFrom: FRIEND_OR_FAMILY
      sharing: {
        basis: CONSENT
        statement: "Spoken, at the appointment."
      }
      content: {
        reasonForReferral: "Off sick, wants to go back."
        goal: RETURN_TO_WORK
        safeContact: { method: THROUGH_REFERRER }
      }
    }
  ) {
    __typename
    ... on ReferralSubmitted {
      referral {
        id
        conversation
        progress {
          __typename
          ... on ReferralProgress {
            state
            clocks { clock dueAt }
          }
          ... on Withheld { reason nextStep }
        }
      }
    }
    ... on ReferralRefused { reason message }
  }
}
`,
};

const referralsOfOurs: Example = {
  name: 'ReferralsOfOurs',
  variables: { side: 'GATEWAY', first: 10 },
  operation: `# The referrals in which your organisation stands
# on one side, in every state that there is. The
# provider's people stand on GATEWAY and TARGET,
# the practice and the jobcentre on REQUESTER.
query ReferralsOfOurs(
  $side: ReferralSide!
  $first: Int!
) {
  trackedReferrals(
    side: $side
    first: $first
    states: [
      DRAFT REQUESTED ACKNOWLEDGED ACCEPTED REJECTED
      IN_PROGRESS ON_HOLD CANCEL_PENDING CANCELLED
      EXPIRED COMPLETED FAILED ENTERED_IN_ERROR
    ]
  ) {
    edges {
      node {
        id
        conversation
        programme
        progress {
          __typename
          ... on ReferralProgress {
            state
            stateReason
            openMoves { move reasons }
            history { at move organisation note }
          }
          ... on Withheld { reason nextStep }
        }
        content {
          __typename
          ... on ReferralContent { reasonForReferral }
          ... on Withheld { reason nextStep }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
};

const moveReferral: Example = {
  name: 'MoveReferral',
  variables: { referral: '', idempotencyKey: 'choose-a-key', move: 'UPDATE', note: 'Spoke on the telephone.' },
  operation: `# Each move is for certain sides, from certain
# states; "openMoves" lists yours, and the coded
# reasons that some need. "referral" is filled in
# from the last answer with one: run
# ReferralsOfOurs first.
mutation MoveReferral(
  $referral: ID!
  $idempotencyKey: ID!
  $move: ReferralMove!
  $reason: ReferralReason
  $note: String
) {
  moveReferral(
    input: {
      referral: $referral
      idempotencyKey: $idempotencyKey
      move: $move
      reason: $reason
      note: $note
    }
  ) {
    __typename
    ... on ReferralMoved {
      referral {
        id
        progress {
          __typename
          ... on ReferralProgress { state }
          ... on Withheld { reason nextStep }
        }
      }
    }
    ... on ReferralRefused { reason message }
  }
}
`,
};

const employerView: Example = {
  name: 'EmployerView',
  variables: { first: 5 },
  operation: `# An employer as a service user: what it asked,
# its supported staff as a figure, and what is to
# change at work. Run it as the coach, then as the
# employer: it sees whom it may, and never why.
query EmployerView($first: Int!) {
  employers(first: $first) {
    edges {
      node {
        name
        sizeBand
        enquiries {
          edges {
            node {
              topic
              question
              state
              advice { kind text }
            }
          }
        }
        staffSupported {
          count
          suppressed
          asAt
          named {
            name
            since
            adjustments {
              __typename
              ... on WorkplaceAdjustments {
                items { type wording state effect }
              }
              ... on Withheld { reason nextStep }
            }
          }
        }
      }
    }
  }
}
`,
};

const whoAmI: Example = {
  name: 'WhoAmI',
  variables: {},
  operation: `# Who the hub takes you for. It reads this from
# the access token and from nothing else.
query WhoAmI {
  viewer {
    subject
    organisation
    audience
    purpose
    onBehalfOf
  }
}
`,
};

/** In the order of the tabs. */
const searchLedger: Example = {
  name: 'SearchLedger',
  variables: { filter: { outcome: 'REFUSED' }, first: 10 },
  operation: `# What colleagues were refused, newest first. For the
# privacy officer, whose search is recorded as well.
# Each record also comes as FHIR AuditEvent.
query SearchLedger($filter: DisclosureFilter, $first: Int!) {
  disclosures(filter: $filter, first: $first) {
    edges {
      node {
        at
        client
        subject
        audience
        purpose
        operationName
        operationText
        lines { section category outcome reason rule basis }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
};

const taskQueue: Example = {
  name: 'TaskQueue',
  variables: { first: 10, after: null },
  operation: `# The work that waits for you and your colleagues,
# most urgent first. Overdue, it is escalated.
query TaskQueue($first: Int!, $after: String) {
  tasks(first: $first, after: $after) {
    edges {
      node {
        id
        kind
        state
        dueAt
        outcomes
        client { id }
        details {
          __typename
          ... on EmergencyAccessReview {
            openedBy
            openedAt
            emergencyReason
            note
          }
          ... on Withheld { reason rule }
        }
      }
    }
    pageInfo { hasNextPage endCursor }
  }
}
`,
};

const openEmergencyAccess: Example = {
  name: 'OpenEmergencyAccess',
  variables: { idempotencyKey: 'choose-a-key', nhsNumber: '9000000009' },
  operation: `# One person opens one record for three hours.
# The client is told, and it is reviewed.
mutation OpenEmergencyAccess($idempotencyKey: ID!, $nhsNumber: NHSNumber!) {
  openEmergencyAccess(
    input: {
      idempotencyKey: $idempotencyKey
      client: { nhsNumber: $nhsNumber }
      reason: CANNOT_BE_ASKED
      note: "Brought in unconscious."
    }
  ) {
    __typename
    ... on EmergencyAccessOpened {
      emergencyAccess {
        id
        endsAt
        neverOpened
      }
    }
    ... on EmergencyAccessRefused { reason message }
  }
}
`,
};

export const examples: readonly Example[] = [
  clinicianLook,
  caseloadPage,
  myRecord,
  recordConsent,
  withdrawConsent,
  consentWithException,
  recordRepresentative,
  explainAccess,
  previewConsent,
  consentDiff,
  whatCouldSee,
  ...trustExamples,
  searchLedger,
  servicesNear,
  referSomebody,
  referralsOfOurs,
  moveReferral,
  ...programmeExamples,
  employerView,
  ...identityExamples,
  whoAmI,
  taskQueue,
  openEmergencyAccess,
];
