import { opposite } from '../../access/types.js';
import type {
  Consent,
  ConsentEffect,
  ConsentException,
  ConsentRequest,
  Constraints,
  Period,
  Recipient,
} from '../../access/types.js';
import { purposeCoding, requestExtension, systems } from './codes.js';

/** A consent as a FHIR R4 Consent. `client`: the client as the reader was given them. Pure. */
export function writeConsent(consent: Consent, client: string): object {
  const { effect, categories, recipients, purposes, period, dataPeriod, exceptions, request, givenOn } = consent;
  // On a denial an empty list means all, which FHIR says by leaving the element out.
  const base: Constraints = {
    ...(categories.length > 0 && { categories }),
    ...(recipients.length > 0 && { recipients }),
    ...(purposes.length > 0 && { purposes }),
    period,
    ...(dataPeriod && { dataPeriod }),
  };
  return {
    resourceType: 'Consent',
    ...(request && { extension: [requestOf(request)] }),
    status: consent.status === 'ACTIVE' ? 'active' : 'inactive',
    scope: { coding: [{ system: systems.scope, code: 'patient-privacy' }] },
    category: [{ coding: [{ system: systems.loinc, code: '59284-0' }] }],
    patient: { identifier: { system: systems.client, value: client } },
    ...(givenOn !== undefined && { dateTime: givenOn }),
    provision: provisionOf(effect, base, exceptions),
  };
}

function provisionOf(effect: ConsentEffect, named: Constraints, exceptions: readonly ConsentException[] = []): object {
  const { categories, recipients, purposes, period, dataPeriod } = named;
  return {
    type: effect === 'PERMIT' ? 'permit' : 'deny',
    ...(period && { period: periodOf(period) }),
    ...(recipients && { actor: recipients.map(actorOf) }),
    ...(purposes && { purpose: purposes.map(purposeCoding) }),
    ...(categories && { class: categories.map((code) => ({ system: systems.category, code })) }),
    ...(dataPeriod && { dataPeriod: periodOf(dataPeriod) }),
    ...(exceptions.length > 0 && {
      provision: exceptions.map(({ exceptions: inner, ...each }) => provisionOf(opposite(effect), each, inner)),
    }),
  };
}

/** An open beginning is left out, as FHIR does. */
const periodOf = ({ start, end }: Period): object => ({
  ...(start === '0001-01-01' && end !== undefined ? {} : { start }),
  ...(end !== undefined && { end }),
});

const role = { coding: [{ system: systems.participation, code: 'IRCP' }] };

function actorOf(recipient: Recipient): object {
  switch (recipient.kind) {
    case 'organisation':
      return {
        role,
        reference: {
          type: 'Organization',
          identifier: { system: systems.organisation, value: recipient.organisation },
        },
      };
    case 'audience':
      return { role, reference: { identifier: { system: systems.audience, value: recipient.audience } } };
    case 'person': {
      const assigner = { identifier: { system: systems.organisation, value: recipient.organisation } };
      const identifier = { system: recipient.issuer ?? systems.subject, value: recipient.subject, assigner };
      return { role, reference: { type: 'Practitioner', identifier } };
    }
  }
}

function requestOf({ what, assessmentPeriodFrom, completedOn }: ConsentRequest): object {
  return {
    url: requestExtension,
    extension: [
      { url: 'what', valueString: what },
      ...(assessmentPeriodFrom === undefined ? [] : [{ url: 'assessmentPeriodFrom', valueDate: assessmentPeriodFrom }]),
      ...(completedOn === undefined ? [] : [{ url: 'completedOn', valueDate: completedOn }]),
    ],
  };
}
