import { findClient } from './client-lookup.js';
import type { RequestContext } from './context.js';
import { notFound, notPermitted } from './employer-checks.js';
import { findEmployer, isService } from './employer-file.js';

/** The employer and the client that an input names, for the service that works with both. */
export async function employerAndClient(
  { employer: employerId, client }: { readonly employer: string; readonly client: string },
  context: RequestContext,
  section: string,
) {
  const refused = <Answer>(answer: Answer) => ({ kind: 'refused', answer }) as const;
  if (!isService(context)) return refused(notPermitted);
  const employer = await findEmployer(employerId, context);
  if (!employer) return refused(notFound('employer'));
  const file = await findClient({ id: client }, context, section);
  return file ? ({ kind: 'found', employer, file } as const) : refused(notFound('client'));
}
