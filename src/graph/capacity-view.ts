import type { Gateway } from '../referral/gateways.js';
import { channelsOf } from '../referral/parts.js';
import { openChannels } from '../referral/way-in.js';
import type { RequestContext } from './context.js';
import type { CapacityAnswer, QueryCheckCapacityArgs, ReportCapacityInput } from './generated.js';
import { keyMisuse } from './key-misuse.js';
import { referralRefusal } from './referral-answer.js';

/** Whether a programme takes referrals in an area just now: nothing of a person is asked, and nothing told. */
export const checkCapacity = (
  { programme, area, channel }: QueryCheckCapacityArgs,
  context: RequestContext,
): Promise<CapacityAnswer> =>
  capacityOf(context.services.gateways.find(programme, area), channel ?? undefined, context);

/** What a gateway's own people say of its room. */
export async function reportCapacity(input: ReportCapacityInput, context: RequestContext) {
  const { services, viewer } = context;
  const gateway = services.gateways.find(input.programme, input.area);
  if (gateway?.organisation !== viewer.organisation || channelsOf(viewer.audience).length === 0) {
    return referralRefusal('NOT_PERMITTED', 'Only a gateway’s own people say how much room it has.');
  }
  const { accepting, freePlaces, expectedWaitDays } = input;
  const fault = countFault({ freePlaces, expectedWaitDays });
  if (fault !== undefined) return referralRefusal('INVALID_INPUT', fault);
  const misuse = await keyMisuse('reportCapacity', input, context);
  if (misuse) return referralRefusal(misuse.reason, misuse.message);
  // Asked again, it does not take the place of what was said since.
  const firstAskedAt = await services.usedKeys.usedAt(viewer, input.idempotencyKey);
  await services.capacities.report(viewer, gateway, input.idempotencyKey, firstAskedAt, {
    accepting,
    ...(freePlaces != null && { freePlaces }),
    ...(expectedWaitDays != null && { expectedWaitDays }),
  });
  return { __typename: 'CapacityReported' as const, capacity: await capacityOf(gateway, undefined, context) };
}

const countFault = (counts: Readonly<Record<string, number | null | undefined>>): string | undefined => {
  const wrong = Object.entries(counts).find(([, count]) => count != null && (count < 0 || count > 100_000));
  return wrong && `${wrong[0]} must be 0 to 100,000.`;
};

/** What the gateway said, within what the programme's own limit leaves. */
async function capacityOf(
  gateway: Gateway | undefined,
  channel: Gateway['channels'][number] | undefined,
  { services, today }: RequestContext,
): Promise<CapacityAnswer> {
  const said = gateway && (await services.capacities.of(gateway));
  const version = gateway && services.programmes.current(gateway.programme, today);
  const left = version && (await services.places.leftIn(version, gateway.area));
  const serves = version?.definition.areas.some(({ code }) => code === gateway?.area) === true;
  const channels = serves && gateway ? openChannels(gateway, version) : [];
  const free = [said?.freePlaces, left].flatMap((each) => each ?? []);
  return {
    served: serves,
    channelOpen: channel === undefined ? channels.length > 0 : channels.includes(channel),
    accepting: left === 0 ? false : (said?.accepting ?? null),
    freePlaces: free.length === 0 ? null : Math.min(...free),
    expectedWaitDays: said?.expectedWaitDays ?? null,
    asOf: said?.asOf ?? null,
    streams: gateway?.streams.map(({ name }) => name) ?? [],
  };
}
