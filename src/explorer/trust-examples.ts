import type { Example } from './examples.js';

const whoLooked: Example = {
  name: 'WhoLooked',
  variables: { first: 10 },
  operation: `# Who looked at my record, in plain words, with a
# receipt that proves each entry without the hub.
query WhoLooked($first: Int!) {
  me {
    accessHistory(first: $first) {
      edges {
        node {
          at
          sentence
          refused
          firstByOrganisation
          emergency
          receipt { recordHash leafIndex path head { writer sequence root } }
        }
      }
    }
    notices(first: $first) {
      edges { node { kind at sentence } }
    }
  }
}
`,
};

const noticeGiven: Example = {
  name: 'NoticeGiven',
  variables: {},
  operation: `# As a client, wait here; elsewhere, as somebody who
# never looked at them before, look at their record.
subscription NoticeGiven {
  noticeGiven {
    kind
    at
    organisation
    sentence
  }
}
`,
};

const taskRaised: Example = {
  name: 'TaskRaised',
  variables: {},
  operation: `# As a privacy officer, wait here; elsewhere, open
# emergency access at the officer's organisation.
subscription TaskRaised {
  taskRaised {
    kind
    dueAt
    client { id }
    details {
      __typename
      ... on EmergencyAccessReview { openedBy emergencyReason note }
      ... on Withheld { reason rule }
    }
  }
}
`,
};

const requestCorrection: Example = {
  name: 'RequestCorrection',
  variables: { idempotencyKey: 'explorer-example-correction', client: '' },
  operation: `# Say that something is wrong at its source. Whoever
# holds it has a month; see it in correctionRequests.
mutation RequestCorrection($idempotencyKey: ID!, $client: ID!) {
  requestCorrection(
    input: {
      idempotencyKey: $idempotencyKey
      client: $client
      category: EMPLOYMENT_STATUS
      source: "provider-dataverse"
      says: "Receptionist"
      shouldSay: "Night porter"
    }
  ) {
    __typename
    ... on CorrectionRequested {
      correction { state dueOn addressedTo }
    }
    ... on CorrectionRefused { reason message }
  }
}
`,
};

const policyChange: Example = {
  name: 'PolicyChange',
  variables: {},
  operation: `# Before a policy takes effect: who would see more by
# it, who less. For the privacy officer.
query PolicyChange {
  policyChange {
    from
    to
    effectiveFrom
    widened { sentence declared }
    narrowed { sentence }
  }
}
`,
};

const delayAccessHistory: Example = {
  name: 'DelayAccessHistory',
  variables: { idempotencyKey: 'choose-a-key', client: '', organisation: 'DWP-NORTHGATE', until: dayIn(30) },
  operation: `# Keeps an organisation's looks from the client for a
# time, where knowing now is dangerous: history and
# notices alike. For the privacy officer, on record.
mutation DelayAccessHistory($idempotencyKey: String!, $client: ID!, $organisation: String!, $until: Date!) {
  delayAccessHistory(
    input: {
      idempotencyKey: $idempotencyKey
      client: $client
      organisation: $organisation
      until: $until
      reason: DANGER_TO_CLIENT
    }
  ) {
    __typename
    ... on AccessHistoryDelayed { until }
    ... on DelayAccessHistoryRefused { reason message }
  }
}
`,
};

function dayIn(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** What the client sees of who looked, what privacy officers do about it, and what comes without asking. */
export const trustExamples: readonly Example[] = [
  whoLooked,
  noticeGiven,
  delayAccessHistory,
  policyChange,
  taskRaised,
  requestCorrection,
];
