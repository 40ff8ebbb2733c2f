import type { Directory } from '../identity/directory.js';
import type { CaseDocument } from './case-document.js';

/** What is due about the ground on which whoever runs a case works with the person; absent from the case: nothing. */
export const caseGrounds = ['BEGIN_DUE', 'END_DUE'] as const;
export type CaseGround = (typeof caseGrounds)[number];

/** A case as the ground on which its organisation works with the person. */
export interface CaseRelations {
  /** Does what the case says is due: once, however often it is asked for. */
  settle(
    document: Pick<CaseDocument, 'id' | 'organisation' | 'clientId' | 'openedAt' | 'ground' | 'history'>,
  ): Promise<void>;
}

export const caseRelations = (directory: Pick<Directory, 'relate' | 'endGround'>): CaseRelations => ({
  async settle({ id, organisation, clientId, openedAt, ground, history }) {
    const name = { kind: 'CASE', of: id } as const;
    switch (ground) {
      case 'BEGIN_DUE':
        return directory.relate({ organisation, clientId, kind: 'SUPPORT_PROVIDER', since: openedAt }, name);
      case 'END_DUE': {
        const endedAt = history.findLast(({ kind }) => kind === 'DISCHARGED')?.at ?? openedAt;
        return directory.endGround(organisation, clientId, name, endedAt);
      }
      case undefined:
    }
  },
});
