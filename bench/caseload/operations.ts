/** What a coach asks of a caseload. */

/** All of one case but its timeline, and its newest twenty sessions. */
export const casePage = /* GraphQL */ `
  query CasePage($id: ID!) {
    case(id: $id) {
      id
      programme
      openedAt
      progress {
        ... on CaseProgress {
          status
          stream
          daysUsed
          plannedEndOn
          daysLeft
          accountable {
            subject
            role
          }
        }
      }
      assessments {
        ... on CaseAssessments {
          versions {
            number
            mainBarrier {
              code
              name
            }
            domains {
              domain
              findings
            }
          }
        }
      }
      plan {
        ... on CasePlan {
          versions {
            number
            type
            goals {
              kind
              description
              state
            }
          }
          actions {
            description
            owner
            state
          }
        }
      }
      interventions {
        __typename
      }
      snapshots {
        __typename
      }
      sessions(first: 20) {
        edges {
          node {
            startsAt
            topic
            state
            place
          }
        }
      }
    }
  }
`;

export const caseList = /* GraphQL */ `
  query CaseList($after: String) {
    cases(first: 50, after: $after, filter: { status: OPEN }) {
      edges {
        node {
          id
          openedAt
          progress {
            ... on CaseProgress {
              status
              daysUsed
              plannedEndOn
            }
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const clientList = /* GraphQL */ `
  query ClientList($after: String) {
    clients(first: 50, after: $after) {
      edges {
        node {
          id
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const eligibility = /* GraphQL */ `
  query Eligibility {
    checkEligibility(
      input: { facts: { age: 34, inPaidWork: true, hasHealthCondition: true, homePostcodeDistrict: "M1" } }
    ) {
      streams {
        stream
        outcome
      }
    }
  }
`;
