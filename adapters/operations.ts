import type { Connection, SourceAnswer, UpstreamSubject } from './contract.js';
import type { DemographicsQuery } from './nhs-pds/loaders.js';
import type { ListedService, ServiceDetail, ServiceSearch } from './local-service.js';
import type * as records from './records.js';
import type { DataCategory } from '../src/access/types.js';

type Ask<Item> = (subject: UpstreamSubject) => Promise<SourceAnswer<Item>>;

/** The operations that sections of a client can ask for, by section. An adapter offers those that it feeds. */
export interface SectionOperations {
  readonly trace?: Ask<records.DemographicsTrace>;
  /** Who fits a description; no section of a client asks it. */
  readonly search?: (by: DemographicsQuery) => Promise<SourceAnswer<records.DemographicsTrace>>;
  readonly conditions?: Ask<records.Condition>;
  readonly observations?: Ask<records.Observation>;
  readonly measures?: Ask<records.MeasureScore>;
  readonly fitNotes?: Ask<records.FitNote>;
  readonly appointments?: Ask<records.Appointment>;
  readonly encounters?: Ask<records.Encounter>;
  readonly workStatus?: Ask<records.WorkStatusStatement>;
  readonly employment?: Ask<records.EmploymentSpell>;
  readonly claims?: Ask<records.BenefitClaim>;
  readonly referrals?: Ask<records.Referral>;
  readonly support?: Ask<records.SupportCase>;
}

/** What a directory of local services can be asked. It takes nothing of any client. */
export interface DirectoryOperations {
  readonly servicesNear?: (search: ServiceSearch) => Promise<SourceAnswer<ListedService> | undefined>;
  readonly serviceDetail?: (id: string, district: string) => Promise<ServiceDetail | undefined>;
}

/** All that an adapter can offer. */
export type SourceOperations = SectionOperations & DirectoryOperations;

/** One connected upstream system. */
export interface ConnectedSource {
  readonly name: string;
  readonly feeds: readonly DataCategory[];
  readonly connection: Connection<SourceOperations>;
}
