import type { Programmes, ProgrammeVersion } from '../programme/programme.js';
import type { ReferralChannel } from '../programme/words.js';
import type { Gateway, Gateways } from './gateways.js';
import { refused, type Refused } from './outcome.js';

/** Where a referral goes in on a day, and under which version of the programme. */
export interface WayIn {
  readonly kind: 'open';
  readonly gateway: Gateway;
  readonly version: ProgrammeVersion;
}

/** The channels by which a gateway takes referrals: those that the programme has in its area, as far as the gateway opens them. */
export const openChannels = (
  gateway: Pick<Gateway, 'area' | 'channels'>,
  { definition }: Pick<ProgrammeVersion, 'definition'>,
): readonly ReferralChannel[] =>
  gateway.channels.filter((channel) =>
    definition.channels.some(({ type, areas }) => type === channel && (areas?.includes(gateway.area) ?? true)),
  );

/** Pure: the way into a programme in an area by a channel, as the version says that holds on this day; or why there is none. */
export function wayIn(
  { gateways, programmes }: { readonly gateways: Gateways; readonly programmes: Pick<Programmes, 'current'> },
  {
    programme,
    area,
    channel,
  }: { readonly programme: string; readonly area: string; readonly channel: ReferralChannel },
  today: string,
): WayIn | Refused {
  const gateway = gateways.find(programme, area);
  const version = programmes.current(programme, today);
  if (!gateway || version?.definition.areas.some(({ code }) => code === area) !== true) {
    return refused('NO_SUCH_GATEWAY', 'No gateway of this programme serves this area.');
  }
  const channels = openChannels(gateway, version);
  if (channels.includes(channel)) return { kind: 'open', gateway, version };
  return refused(
    'CHANNEL_CLOSED',
    channels.length === 0
      ? 'The programme takes no referrals in this area.'
      : `The programme takes referrals in this area by ${channels.join(', ')}.`,
  );
}
