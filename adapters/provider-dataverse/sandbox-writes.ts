/** The tables that the hub writes: upsert by alternate key, with `If-Match` and `If-None-Match` as the platform has them. */
import { randomUUID } from 'node:crypto';
import type { SandboxReply, SandboxRequest } from '../sandbox/server.js';

/** Rows by `<entity set> <key>`, each with how often it was created: more than once would be a second referral. */
export interface WrittenRows {
  readonly rows: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** Undefined where the request is not a write of these tables. */
  answer(request: SandboxRequest, origin: string): SandboxReply | undefined;
}

const keyed =
  /^\/api\/data\/v9\.2\/(wh_referrals|wh_referralnotes)\((wh_hubreferralid|wh_hubmessageid)='([0-9a-f-]{36})'\)$/;

export function createWrittenRows(): WrittenRows {
  const rows = new Map<string, Record<string, unknown>>();
  return {
    rows,
    answer(request, origin) {
      const [, set, column, key] = keyed.exec(decodeURIComponent(request.path)) ?? [];
      if (request.method !== 'PATCH' || set === undefined || column === undefined || key === undefined)
        return undefined;
      const name = `${set} ${key}`;
      const known = rows.get(name);
      if (known && request.headers['if-none-match'] === '*') {
        return refuse(412, '0x80060882', 'A record with matching key values already exists.');
      }
      if (!known && request.headers['if-match'] === '*')
        return refuse(404, '0x80060891', 'A record with the specified key values does not exist.');
      rows.set(name, {
        ...known,
        id: known?.['id'] ?? randomUUID(),
        [column]: key,
        ...(JSON.parse(request.body) as object),
      });
      return {
        status: 204,
        headers: {
          'odata-version': '4.0',
          'odata-entityid': `${origin}/api/data/v9.2/${set}(${String(rows.get(name)?.['id'])})`,
        },
      };
    },
  };
}

const refuse = (status: number, code: string, message: string): SandboxReply => ({
  status,
  headers: { 'odata-version': '4.0' },
  body: { error: { code, message } },
});
