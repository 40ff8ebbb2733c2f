import type { ClientId, NHSNumber } from '../../access/types.js';
import type { LinkActor } from '../../store/documents/link.js';
import type { Directory } from '../directory.js';
import { identifierOf, type Identifier, type Links } from '../links.js';
import type { MatchProposal } from './proposal.js';

/** Makes of a decided match what an enrolment makes of an NHS number: a client, its identifiers, its relationships. */
export interface LinkMatch {
  /** Each step finds what an earlier attempt did, so that it may be run again from the start after a crash at any point. */
  (
    match: string,
    nhsNumber: string,
    proposal: MatchProposal,
    decidedBy: Pick<LinkActor, 'subject' | 'organisation'>,
    decidedAt: string,
  ): Promise<ClientId>;
  /** Whether nothing that is linked to the person already stands against it. */
  mayLink(nhsNumber: string, proposal: MatchProposal): Promise<boolean>;
}

export function createLinkMatch({ directory, links }: { directory: Directory; links: Links }): LinkMatch {
  const linkMatch = async (
    ...[match, nhsNumber, proposal, decidedBy, decidedAt]: Parameters<LinkMatch>
  ): Promise<ClientId> => {
    const enrolled = await directory.enrol({
      nhsNumber: nhsNumber as NHSNumber,
      externalIds: {},
      enrolledAt: decidedAt,
    });
    const clientId = (await directory.byIds([enrolled])).get(enrolled)?.id ?? enrolled;
    const by: LinkActor = { ...decidedBy, audience: 'PRIVACY_OFFICER' };
    for (const identifier of identifiersIn(proposal)) {
      await links.link(clientId, identifier, { evidence: 'REVIEWED_MATCH', by, match });
    }
    for (const relationship of proposal.relationships) await directory.relate({ ...relationship, clientId });
    return clientId;
  };
  return Object.assign(linkMatch, {
    async mayLink(nhsNumber: string, proposal: MatchProposal): Promise<boolean> {
      const client = await directory.byNHSNumber(nhsNumber as NHSNumber);
      if (!client) return true;
      const subject = directory.subjectOf(client);
      return identifiersIn(proposal).every(({ system, value }) =>
        [undefined, value].includes(identifierOf(subject, system)),
      );
    },
  });
}

const identifiersIn = ({ nino, externalIds }: MatchProposal): readonly Identifier[] => [
  ...(nino === undefined ? [] : [{ system: 'nino', value: nino }]),
  ...Object.entries(externalIds).map(([system, value]) => ({ system, value })),
];
