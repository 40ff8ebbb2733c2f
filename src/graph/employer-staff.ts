import type { SupportedStaffDocument } from '../employer/document.js';
import { publishedAsAt, publishedCount } from '../report/published-count.js';
import { inUse } from '../identity/trace.js';
import type { ClientFile } from './client-file.js';
import type { RequestContext } from './context.js';
import { openStaff, type EmployerFile, type SupportedPerson } from './employer-file.js';
import { tracedSection } from './traced-section.js';

const section = 'Employer.staffSupported';

/** An employer's supported staff as this side may be told of them. */
export async function staffSupported(employer: EmployerFile, context: RequestContext) {
  const all = await context.services.employers.staff.ofEmployer(employer.document.id);
  const { today } = context;
  const current = all.filter((staff) => isSupportedOn(staff, today));
  const files = await openStaff(employer, current, context);
  if (employer.side === 'SERVICE') {
    const named = current.flatMap((staff): readonly SupportedPerson[] => {
      const file = files.get(staff.clientId);
      return file ? [{ file, staff, employer, name: null }] : [];
    });
    for (const { file } of named) context.disclosures.opened(section, file);
    return { count: current.length, suppressed: false, asAt: today, named };
  }
  // That nobody was named is recorded, whether or not there was somebody to decide on.
  context.disclosures.notFound(section);
  const asAt = publishedAsAt(today);
  const figure = publishedCount(all.filter((staff) => isSupportedOn(staff, asAt)).length);
  const told = await Promise.all(
    current.map(async (staff) => {
      const file = files.get(staff.clientId);
      return file && mayBeNamed(file, context) ? [{ file, staff, employer, name: await nameOf(file, context) }] : [];
    }),
  );
  return {
    count: figure.kind === 'rounded' ? figure.count : null,
    suppressed: figure.kind === 'suppressed',
    asAt,
    named: told.flat(),
  };
}

/** Whether somebody is supported on a day; on the day of the end no more. */
export const isSupportedOn = ({ since, until }: SupportedStaffDocument, on: string): boolean =>
  since <= on && (until === undefined || until > on);

/** By the person's own word, for this employer; each decision stands in the ledger. */
const mayBeNamed = (file: ClientFile, { disclosures }: RequestContext): boolean =>
  disclosures.decide(file, 'NAMED_TO_EMPLOYER', section).permitted;

async function nameOf(file: ClientFile, context: RequestContext): Promise<string | null> {
  const found = await tracedSection(file, context, 'DEMOGRAPHICS', ({ trace }) => {
    const name = inUse(trace.names, 'usual', context.today);
    const words = name && (name.text ?? [...name.given, name.family].filter((word) => word !== null).join(' '));
    return { __typename: 'Name' as const, name: words ?? null };
  });
  return found.__typename === 'Name' ? found.name : null;
}
