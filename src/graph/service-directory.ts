import type { SourceAnswer } from '../../adapters/contract.js';
import type { ListedService, ServiceDetail, ServiceSearch } from '../../adapters/local-service.js';
import type { RequestSource } from './sources.js';

/** The directory of local services, as one request may ask it. */
export interface ServiceDirectory {
  readonly name: string;
  readonly near: (search: ServiceSearch) => Promise<SourceAnswer<ListedService> | undefined>;
  readonly detail: (id: string, district: string) => Promise<ServiceDetail | undefined>;
}

/** The source that is one, if one is connected. */
export function serviceDirectory(sources: readonly RequestSource[]): ServiceDirectory | undefined {
  for (const { name, operations } of sources) {
    const { servicesNear, serviceDetail } = operations();
    if (servicesNear && serviceDetail) return { name, near: servicesNear, detail: serviceDetail };
  }
  return undefined;
}
