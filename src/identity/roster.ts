import { z } from 'zod';
import type { OrganisationId } from '../access/types.js';
import type { Directory } from './directory.js';
import { isNHSNumber } from './nhs-number.js';

const person = z.strictObject({
  nhsNumber: z.string().refine(isNHSNumber, 'is not a valid NHS number'),
  /** HMRC's form, suffix included (reference/employment-support.md C5). */
  nino: z
    .string()
    .regex(/^[A-Z]{2}\d{6}[A-D]$/, 'is not a National Insurance number')
    .optional(),
  /** The person's id in a provider's system, by source. */
  externalIds: z.record(z.string(), z.string().min(1)).default({}),
  relationships: z
    .array(
      z.strictObject({
        organisation: z.string().min(1),
        kind: z.enum(['REGISTERED_PRACTICE', 'JOBCENTRE', 'SUPPORT_PROVIDER', 'COMMISSIONER']),
        since: z.iso.datetime(),
      }),
    )
    .min(1),
});
type RosterPerson = z.infer<typeof person>;

/** What is wrong with a roster; names lines and fields, repeats no identifier. */
export class RosterFault extends Error {
  override readonly name = 'RosterFault';
  constructor(readonly faults: readonly string[]) {
    super(`The roster was refused whole:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
  }
}

/**
 * Reads a roster: one JSON object a line, each a person and the organisations that work with them.
 * @throws RosterFault naming every fault of every line
 */
export function parseRoster(text: string): readonly RosterPerson[] {
  const faults: string[] = [];
  const people = text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const parsed = person.safeParse(jsonOf(line));
    if (parsed.success) return [parsed.data];
    faults.push(
      ...parsed.error.issues.map(({ path, message }) => `line ${index + 1}, ${path.join('.') || 'object'}: ${message}`),
    );
    return [];
  });
  if (faults.length > 0) throw new RosterFault(faults);
  return people;
}

/** Enrols everyone; running it again changes nothing. */
export async function enrolRoster(
  directory: Directory,
  people: readonly RosterPerson[],
  now: () => number,
): Promise<void> {
  for (const { relationships, nino, nhsNumber, externalIds } of people) {
    const clientId = await directory.enrol({
      nhsNumber,
      externalIds,
      ...(nino !== undefined && { nino }),
      enrolledAt: new Date(now()).toISOString(),
    });
    for (const { organisation, kind, since } of relationships) {
      await directory.relate({ organisation: organisation as OrganisationId, clientId, kind, since });
    }
  }
}

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
