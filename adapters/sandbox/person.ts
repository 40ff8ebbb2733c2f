/** One made-up person, as all sandboxes of one demonstration agree on; each projects its own part into its own wire shape. */
export interface SandboxPerson {
  /** Ten digits of the 999 test range, or a published example number. */
  readonly nhsNumber: string;
  /** A made-up number of a prefix that was never issued; absent where DWP does not know the person. */
  readonly nino?: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly prefix: string;
  /** ISO date. */
  readonly birthDate: string;
  readonly sex: 'female' | 'male' | 'other' | 'unknown';
  readonly addressLines: readonly string[];
  readonly postcode: string;
  readonly phone: string;
  readonly generalPractice: string;
  /** PDS confidentiality; REDACTED is a withdrawn record. */
  readonly restriction: 'U' | 'R' | 'V' | 'REDACTED';
  /** A newer NHS number that replaced this one. */
  readonly supersededBy?: string;
  /** FHIR dateTime. */
  readonly deceasedAt?: string;
  readonly conditions: readonly { code: string; display: string; onset: string; status: 'active' | 'resolved' }[];
  readonly fitNotes: readonly {
    status: 'NOT_FIT_FOR_WORK' | 'MAY_BE_FIT_FOR_WORK';
    assessed: string;
    from: string;
    to: string;
    adjustments: readonly ('PHASED_RETURN' | 'ALTERED_HOURS' | 'AMENDED_DUTIES' | 'WORKPLACE_ADAPTATIONS')[];
    conditionCode: string;
    conditionDisplay: string;
    labels?: readonly SandboxLabel[];
  }[];
  readonly measures: readonly {
    instrument: 'PHQ_9' | 'GAD_7';
    total: number;
    assessed: string;
    labels?: readonly SandboxLabel[];
    /** NHS numbers of other people whom the score is about. */
    others?: readonly string[];
  }[];
  readonly appointments: readonly {
    status: string;
    start: string;
    end: string;
    description: string;
    location: string;
    /** NHS numbers of other people who take part: a group, a family. */
    others?: readonly string[];
    labels?: readonly SandboxLabel[];
  }[];
  readonly encounters: readonly { start: string; end: string; code: string; display: string; provider: string }[];
  /** Absent where the provider has no contact for the person. */
  readonly provider?: {
    /** Dataverse contact id, a GUID. */
    readonly contactId: string;
    readonly programme: string;
    readonly status: 'open' | 'closed';
    readonly coachName: string;
    readonly referredOn: string;
    readonly referredBy: string;
    readonly startedOn: string;
    readonly plannedEndOn: string;
    readonly plan: string;
    readonly goals: readonly {
      description: string;
      kind: 'HEALTH' | 'WORK';
      status: 'open' | 'achieved';
      dueOn: string;
    }[];
    readonly sessions: readonly { heldAt: string; mode: string; attended: boolean; topic: string; venue: string }[];
    readonly employment: readonly {
      employerName: string;
      jobTitle: string;
      hoursPerWeek: number;
      startDate: string;
      endDate?: string;
      absenceStart?: string;
      workplace: string;
    }[];
    readonly measures: readonly {
      instrument: 'SWEMWBS' | 'EQ_5D_5L';
      total?: number;
      profile?: string;
      assessed: string;
    }[];
  };
  readonly claims: readonly {
    benefitType: string;
    status: string;
    startDate: string;
    endDate?: string;
    conditionality?: string;
    awards: readonly {
      amountPence: number;
      startDate: string;
      endDate: string;
      status: string;
      takeHomePayPence?: number;
    }[];
  }[];
}

/** A security label of one item, as FHIR's `meta.security` has it. */
export interface SandboxLabel {
  readonly system: string;
  readonly code: string;
}
