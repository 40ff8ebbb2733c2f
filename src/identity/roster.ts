import { z } from 'zod';
import type { NHSNumber, OrganisationId } from '../access/types.js';
import type { Directory } from './directory.js';
import { matchFields } from './matching/compare.js';
import type { MatchDesk } from './matching/desk.js';
import { faultIn } from './matching/proposal.js';
import { isNHSNumber } from './nhs-number.js';

const description = z.partialRecord(z.enum(matchFields), z.string().min(1)).superRefine((value, context) => {
  const message = faultIn(value);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});

const base = z.strictObject({
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
/** By NHS number; or, where there is none that is valid, by what is known of them, for a reviewer to decide who they are. */
const described = base.extend({ nhsNumber: z.string().optional(), description });
const numbered = base.extend({ nhsNumber: z.string().refine(isNHSNumber, 'is not a valid NHS number') });
type RosterPerson = z.infer<typeof described> | z.infer<typeof numbered>;

/** What came of a roster. */
export interface Enrolled {
  readonly enrolled: number;
  /** People without a valid NHS number: PDS is searched for them, and a reviewer decides. */
  readonly toMatch: number;
}

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
    const read = jsonOf(line);
    const isDescribed = typeof read === 'object' && read !== null && 'description' in read;
    const parsed = (isDescribed ? described : numbered).safeParse(read);
    if (parsed.success) return [parsed.data];
    faults.push(
      ...parsed.error.issues.map(({ path, message }) => `line ${index + 1}, ${path.join('.') || 'object'}: ${message}`),
    );
    return [];
  });
  if (faults.length > 0) throw new RosterFault(faults);
  return people;
}

/** Enrols everyone who can be, and asks for a match for the others; running it again changes nothing. */
export async function enrolRoster(
  { directory, matches }: { directory: Directory; matches: Pick<MatchDesk, 'request'> },
  people: readonly RosterPerson[],
  { operator, now }: { operator: OrganisationId; now: () => number },
): Promise<Enrolled> {
  let toMatch = 0;
  for (const each of people) {
    const { relationships, nino, nhsNumber, externalIds } = each;
    if (!isValid(nhsNumber)) {
      if (!('description' in each)) throw new Error('A roster is parsed before it is enrolled');
      await matches.request({ subject: 'roster', organisation: operator }, 'ROSTER', {
        description: each.description,
        externalIds,
        relationships: relationships.map(({ organisation, ...rest }) => ({
          organisation: organisation as OrganisationId,
          ...rest,
        })),
        ...(nino !== undefined && { nino }),
      });
      toMatch += 1;
      continue;
    }
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
  return { enrolled: people.length - toMatch, toMatch };
}

const isValid = (nhsNumber: string | undefined): nhsNumber is NHSNumber =>
  nhsNumber !== undefined && isNHSNumber(nhsNumber);

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
