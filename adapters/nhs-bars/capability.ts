/** What the hub takes and answers by the Booking and Referral Standard, and a referral as it answers for it. Pure. */

/** A FHIR R4 CapabilityStatement. @param at ISO day of the contract; @param url of the port itself */
export const capabilityStatement = (url: string): object => ({
  resourceType: 'CapabilityStatement',
  id: 'work-health-hub',
  status: 'active',
  date: '2026-11-26',
  kind: 'instance',
  software: { name: 'Work & Health Hub' },
  implementation: { description: 'Referrals to programmes of work and health support', url },
  fhirVersion: '4.0.1',
  format: ['json'],
  messaging: [
    {
      documentation:
        'POST $process-message. Requests: referrals without clinical content (category referral), their updates and cancellations. Responses: to referrals that this service sent. No bookings, no validation requests.',
      supportedMessage: ['servicerequest-request-referral', 'servicerequest-response'].map((name) => ({
        mode: 'receiver',
        definition: `https://fhir.nhs.uk/MessageDefinition/bars-message-${name}`,
      })),
    },
  ],
  rest: [
    {
      mode: 'server',
      resource: [
        {
          type: 'ServiceRequest',
          interaction: [{ code: 'read' }],
          documentation: 'Of referrals that the reader sent.',
        },
      ],
    },
  ],
});

/** The states of a referral as `ServiceRequest.status` has them. */
export type RequestStatus = 'active' | 'on-hold' | 'completed' | 'revoked' | 'entered-in-error';

/** A referral as its sender reads it back: how it stands, and nothing of the person. */
export const serviceRequestOf = (referralId: string, status: RequestStatus): object => ({
  resourceType: 'ServiceRequest',
  id: referralId,
  status,
  intent: 'plan',
  category: [
    {
      coding: [
        {
          system: 'https://fhir.nhs.uk/CodeSystem/message-category-servicerequest',
          code: 'referral',
          display: 'Transfer of Care',
        },
      ],
    },
  ],
});
