import { keyFault } from '../referral/submission.js';
import type { Gateway } from '../referral/gateways.js';
import { channelsOf } from '../referral/parts.js';
import type { RequestContext } from './context.js';
import type { CapacityAnswer, QueryCheckCapacityArgs, ReportCapacityInput } from './generated.js';
import { referralRefusal } from './referral-answer.js';

/** Whether a programme takes referrals in an area just now: nothing of a person is asked, and nothing told. */
export const checkCapacity = (
  { programme, area, channel }: QueryCheckCapacityArgs,
  { services }: RequestContext,
): Promise<CapacityAnswer> => capacityOf(services.gateways.find(programme, area), channel ?? undefined, services);

/** What a gateway's own people say of its room. */
export async function reportCapacity(input: ReportCapacityInput, { services, viewer }: RequestContext) {
  const gateway = services.gateways.find(input.programme, input.area);
  if (gateway?.organisation !== viewer.organisation || channelsOf(viewer.audience).length === 0) {
    return referralRefusal('NOT_PERMITTED', 'Only a gateway’s own people say how much room it has.');
  }
  const { accepting, freePlaces, expectedWaitDays } = input;
  const fault = keyFault(input.idempotencyKey) ?? countFault({ freePlaces, expectedWaitDays });
  if (fault !== undefined) return referralRefusal('INVALID_INPUT', fault);
  await services.capacities.report(viewer, gateway, input.idempotencyKey, {
    accepting,
    ...(freePlaces != null && { freePlaces }),
    ...(expectedWaitDays != null && { expectedWaitDays }),
  });
  return { __typename: 'CapacityReported' as const, capacity: await capacityOf(gateway, undefined, services) };
}

const countFault = (counts: Readonly<Record<string, number | null | undefined>>): string | undefined => {
  const wrong = Object.entries(counts).find(([, count]) => count != null && (count < 0 || count > 100_000));
  return wrong && `${wrong[0]} must be 0 to 100,000.`;
};

async function capacityOf(
  gateway: Gateway | undefined,
  channel: Gateway['channels'][number] | undefined,
  services: RequestContext['services'],
): Promise<CapacityAnswer> {
  const said = gateway && (await services.capacities.of(gateway));
  return {
    served: gateway !== undefined,
    channelOpen: gateway !== undefined && (channel === undefined || gateway.channels.includes(channel)),
    accepting: said?.accepting ?? null,
    freePlaces: said?.freePlaces ?? null,
    expectedWaitDays: said?.expectedWaitDays ?? null,
    asOf: said?.asOf ?? null,
    streams: gateway?.streams.map(({ name }) => name) ?? [],
  };
}
