import { expanded, cases } from '../../adapters/provider-dataverse/columns.js';

/** The same Dataverse query as the hub's, for these contacts. */
export function casesPath(contactIds: readonly string[]): string {
  const values = contactIds.map((id) => `'${id}'`).join(',');
  const expand = Object.entries(expanded)
    .map(([relationship, columns]) => `${relationship}($select=${columns.join(',')})`)
    .join(',');
  const query = new URLSearchParams({
    $select: cases.select.join(','),
    $expand: expand,
    $filter: `Microsoft.Dynamics.CRM.In(PropertyName='${cases.contact.logicalName}',PropertyValues=[${values}])`,
  });
  return `/api/data/v9.2/${cases.entitySet}?${query.toString()}`;
}
