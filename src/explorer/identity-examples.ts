import type { Example } from './examples.js';

const requestTrace: Example = {
  name: 'RequestTrace',
  variables: { input: { idempotencyKey: 'explorer-trace-1', familyName: 'Hussain', birthDate: '1984-02-29' } },
  operation: `# Somebody without an NHS number: the answer is the
# same whatever PDS knows, and shows nobody.
mutation RequestTrace($input: RequestTraceInput!) {
  requestTrace(input: $input) {
    __typename
    ... on TraceRequested { reference }
    ... on MatchRefused { reason message }
  }
}
`,
};

const matchReviews: Example = {
  name: 'MatchReviews',
  variables: {},
  operation: `# Possible matches to decide, each with its waterfall:
# prior, every field's share, total (log2). For a privacy
# officer of the body that runs the hub; then \`decideMatch\`.
query MatchReviews {
  tasks(first: 10, filter: { kind: MATCH_REVIEW }) {
    edges {
      node {
        state
        dueAt
        details {
          ... on MatchReview {
            match
            origin
            organisation
            description { field value }
            waterfall {
              modelVersion
              prior
              steps { field level weight }
              total
            }
          }
        }
      }
    }
  }
}
`,
};

const linksOfAClient: Example = {
  name: 'LinksOfAClient',
  variables: { nhsNumber: '9000000009' },
  operation: `# What is linked to a client, on what evidence, and every
# disclosure that went through it: what would have to be made
# good if it is wrong. For a privacy officer; then \`unlink\`.
query LinksOfAClient($nhsNumber: NHSNumber!) {
  client(by: { nhsNumber: $nhsNumber }) {
    id
    links {
      key
      system
      state
      since
      until
      evidence
      reason
      disclosures(first: 10) {
        withheld { reason }
        edges {
          node {
            at
            organisation
            subject
            purpose
            categories
          }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}
`,
};

/** Who is who: tracing, deciding, unlinking. */
export const identityExamples: readonly Example[] = [requestTrace, matchReviews, linksOfAClient];
