import type { ClientId, OrganisationId } from '../access/types.js';
import type { Sealed } from '../store/documents.js';
import type { Stored } from '../store/port.js';
import type { EmployerActor, Made } from './made.js';
import type * as words from './words.js';

/** An employer as a service user of its own. `id` is a UUID. */
export interface EmployerDocument extends Stored, Made {
  readonly name: string;
  readonly headcount: number;
  /** Outward code of the workplace in question (HWS-17: the pilot area is the employer's). */
  readonly postcodeDistrict: string;
  /** The service that works with the employer. */
  readonly heldBy: OrganisationId;
  /** The employer's own organisation in access tokens, or `none`. */
  readonly organisation: string;
}

/** One enquiry of an employer with all the advice on it. About work, never about a named person. `id` is a UUID. */
export interface EmployerEnquiryDocument extends Stored, Made {
  readonly employerId: string;
  /** UUID of the employer's case that it is part of. */
  readonly caseId?: string;
  readonly topic: words.EnquiryTopic;
  readonly question: Sealed;
  readonly state: words.EnquiryState;
  readonly advice: readonly EmployerAdvice[];
}

export interface EmployerAdvice {
  readonly kind: words.AdviceKind;
  readonly text: Sealed;
  /** How many of its staff took part in it, whom the hub does not know: a number, never who (HWS-24). */
  readonly staffReached?: number;
  readonly at: string;
  readonly by: EmployerActor;
  readonly key: string;
  readonly inputDigest: string;
}

/** That a client is supported as this employer's staff. `id` is `<employer>:<client>`. */
export interface SupportedStaffDocument extends Stored {
  readonly employerId: string;
  readonly clientId: ClientId;
  /** ISO day. */
  readonly since: string;
  readonly until?: string;
  /** Everything that was said of it, oldest first: the last one counts. */
  readonly said: readonly SupportSaid[];
}

export interface SupportSaid {
  readonly since: string;
  readonly until?: string;
  readonly at: string;
  readonly by: EmployerActor;
  readonly key: string;
  readonly inputDigest: string;
}

/** One adjustment at work for one person. What it is and never why. `id` is a UUID. */
export interface AdjustmentDocument extends Stored, Made {
  readonly clientId: ClientId;
  readonly employerId: string;
  readonly type: words.AdjustmentType;
  /** What changes at work, in words that the person has seen. */
  readonly wording: Sealed;
  readonly state: words.AdjustmentState;
  readonly effect?: words.AdjustmentEffect;
  /** UUID of the case whose return-to-work plan it is part of. */
  readonly caseId?: string;
  readonly history: readonly AdjustmentEvent[];
}

export interface AdjustmentEvent {
  readonly move: words.AdjustmentMove;
  readonly to: words.AdjustmentState;
  readonly effect?: words.AdjustmentEffect;
  /** ISO day on which it was so. */
  readonly on: string;
  readonly at: string;
  readonly by: EmployerActor;
  readonly key: string;
  readonly inputDigest: string;
}
