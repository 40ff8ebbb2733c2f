/** What is asked of the programs, and the shape of their answers. */

/** About 40 fields of one client from six upstream calls: four FHIR searches, one DWP read, one Dataverse query. */
export const clientView = /* GraphQL */ `
  query ClientView($nhsNumber: NHSNumber!) {
    client(by: { nhsNumber: $nhsNumber }) {
      conditions {
        ... on Conditions {
          items(first: 5) {
            code {
              text
            }
            clinicalStatus
            onset
          }
        }
      }
      observations {
        ... on Observations {
          items(first: 5) {
            status
            code {
              text
            }
            effective
            value {
              quantity {
                value
                unit
              }
            }
          }
        }
      }
      encounters {
        ... on Encounters {
          items(first: 3) {
            status
            class {
              code
            }
            types {
              text
            }
            start
            serviceProvider
          }
        }
      }
      appointments {
        ... on Appointments {
          items(first: 3) {
            status
            start
            location
          }
        }
      }
      benefits {
        ... on Benefits {
          claims(first: 2) {
            benefitType
            status
            startDate
            awards {
              amount
            }
          }
        }
      }
      support {
        ... on Support {
          cases(first: 1) {
            programme
            status
            coachName
            startedOn
          }
        }
      }
    }
  }
`;

/** A dashboard page: 8 fields of 50 clients from one FHIR search, one Dataverse query, and one DWP read a client. */
export const page = /* GraphQL */ `
  query Page {
    clients(first: 50) {
      edges {
        node {
          demographics {
            ... on Demographics {
              name {
                given
                family
              }
              birthDate
              sex
            }
          }
          workStatus {
            ... on WorkStatus {
              inWork
              since
            }
          }
          appointments {
            ... on Appointments {
              items(first: 1) {
                status
                start
              }
            }
          }
        }
      }
    }
  }
`;

/** What the client view may cost upstream, by call. */
export const clientViewCalls = {
  Condition: 1,
  Observation: 1,
  Encounter: 1,
  Appointment: 1,
  claims: 1,
  cases: 1,
} as const;
/** DWP has no bulk read, so a page costs one call for each of its clients; the other two systems answer once for all. */
export const pageCalls = { Appointment: 1, claims: 50, cases: 1 } as const;
