import type { ProviderCsvGround } from '../../../adapters/provider-csv/index.js';
import type { OrganisationId } from '../../access/types.js';
import type { MatchDesk } from './desk.js';

/** The name under which a link to a provider's rows stands in the client's record: the adapter's own. */
const system = 'provider-csv';

/**
 * A client whom a provider's file describes and does not number is a possible match like any other: PDS is searched, a reviewer decides.
 * Whom they recognise becomes the provider's client, as the operator said when it gave the provider its folder, and the rows theirs.
 */
export const askWhoIsDescribed =
  (matches: Pick<MatchDesk, 'request'>): ProviderCsvGround['askWho'] =>
  async ({ organisation, describedId, description, since }) => {
    const provider = organisation as OrganisationId;
    await matches.request({ subject: system, organisation: provider }, 'PROVIDER_CSV', {
      description: { ...description },
      externalIds: { [system]: describedId },
      relationships: [{ organisation: provider, kind: 'SUPPORT_PROVIDER', since }],
    });
  };
