import type { Appointment, FitNote } from '../../adapters/records.js';
import type { DataCategory } from '../access/types.js';
import type { ReferralDocument } from '../referral/document.js';
import { inOrder, timelineOf, type TimelineEvent } from '../support/timeline.js';
import type { CaseFile } from './case-file.js';
import type { RequestContext } from './context.js';
import { withheld, type SourceStatus, type Withheld } from './section-records.js';

/** Of a case's sessions, on one timeline. */
const mostOnTimeline = 200;
const section = 'Case.timeline';

/** What one part of the timeline holds, or why it holds nothing. */
interface Part {
  readonly events: readonly TimelineEvent[];
  readonly withheld: readonly Withheld[];
  readonly sources: readonly SourceStatus[];
}

const nothing: Part = { events: [], withheld: [], sources: [] };

/** Both journeys as one: the case's own record, and each other part by a decision of its own, made before it is asked for. */
export async function timelineView(found: CaseFile, context: RequestContext) {
  const { document, locationWithheld } = found;
  const { services } = context;
  const programme = services.programmes.version(document.programme, document.programmeVersion);
  if (!programme) throw new Error('A version of a programme that cases are on is not loaded');
  const sessions = await services.sessions.ofCase(document.id, mostOnTimeline);
  const parts = await Promise.all([
    referralPart(found, context),
    appointmentPart(found, context),
    fitNotePart(found, context),
  ]);
  const own = timelineOf(document, sessions, programme, services.cases.read);
  const events = inOrder([...own, ...parts.flatMap((part) => part.events)]);
  return {
    __typename: 'CaseTimeline' as const,
    events: events.map((event) => (locationWithheld ? { ...event, organisation: null } : event)),
    withheld: parts.flatMap((part) => part.withheld),
    sources: parts.flatMap((part) => part.sources),
  };
}

/** Where the referral that led here stood, and when. */
async function referralPart({ file, document }: CaseFile, context: RequestContext): Promise<Part> {
  if (document.referral === undefined) return nothing;
  return decided('REFERRAL_PROGRESS', file, context, async () => {
    const referral = await context.services.referrals.byId(document.referral ?? '');
    return { ...nothing, events: referral ? referralEvents(referral) : [] };
  });
}

const referralEvents = ({ history }: ReferralDocument): readonly TimelineEvent[] =>
  history.map(({ move, at, by }) => ({ at, what: `REFERRAL ${move}`, strand: null, organisation: by.organisation }));

const appointmentPart = ({ file }: CaseFile, context: RequestContext): Promise<Part> =>
  decided('APPOINTMENTS', file, context, async () => {
    const found = await context.load.appointments(file);
    return {
      ...nothing,
      sources: found.sources,
      events: found.__typename === 'Appointments' ? found.items.flatMap(appointmentEvent) : [],
    };
  });

/** That there is one, when and how it stands: what for and where stay in `Client.appointments`. */
function appointmentEvent({ start, status, provenance }: Appointment): readonly TimelineEvent[] {
  if (start === null) return [];
  const what = `APPOINTMENT ${(status ?? 'unknown').toUpperCase()}`;
  return [{ at: start, what, strand: 'HEALTH', organisation: provenance.source }];
}

const fitNotePart = ({ file }: CaseFile, context: RequestContext): Promise<Part> =>
  decided('FIT_NOTES', file, context, async () => {
    const found = await context.load.fitNotes(file);
    return {
      ...nothing,
      sources: found.sources,
      events: found.__typename === 'FitNotes' ? found.items.flatMap(fitNoteEvent) : [],
    };
  });

function fitNoteEvent({ assessmentDate, periodStart, status, provenance }: FitNote): readonly TimelineEvent[] {
  const at = assessmentDate ?? periodStart;
  return at === null ? [] : [{ at, what: `FIT_NOTE ${status}`, strand: 'HEALTH', organisation: provenance.source }];
}

async function decided(
  category: DataCategory,
  file: CaseFile['file'],
  { disclosures }: RequestContext,
  read: () => Promise<Part>,
): Promise<Part> {
  const decision = disclosures.decide(file, category, section);
  return decision.permitted ? read() : { ...nothing, withheld: [withheld(decision)] };
}
