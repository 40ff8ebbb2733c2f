/** A local GOV.UK Notify: checks the signature and the shape, keeps what it was asked to send, and sends nothing. */
import { randomBytes, randomUUID } from 'node:crypto';
import { jwtVerify } from 'jose';
import { isObject, text } from '../fhir.js';
import { startSandboxServer, type SandboxReply, type SandboxServer } from '../sandbox/server.js';
import type { NotifySettings } from './index.js';

export interface SentMessage {
  readonly to: string;
  readonly values: Readonly<Record<string, string>>;
  readonly reference: string;
}

export interface NotifySandbox extends SandboxServer {
  readonly settings: NotifySettings;
  readonly emails: readonly SentMessage[];
  readonly texts: readonly SentMessage[];
}

export async function startNotifySandbox(now: () => number): Promise<NotifySandbox> {
  const secret = randomBytes(24).toString('hex');
  const serviceId = randomUUID();
  const kept = { email: [] as SentMessage[], sms: [] as SentMessage[] };
  const server = await startSandboxServer({
    async answer(request) {
      const kind = /^\/v2\/notifications\/(email|sms)$/.exec(request.path)?.[1] as 'email' | 'sms' | undefined;
      const lists = request.method === 'GET' && request.path === '/v2/notifications';
      if (!lists && (request.method !== 'POST' || !kind)) return refuse(404, 'NotFoundError', 'Not found');
      const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? '';
      try {
        await jwtVerify(token, new TextEncoder().encode(secret), {
          issuer: serviceId,
          algorithms: ['HS256'],
          currentDate: new Date(now()),
          maxTokenAge: 30,
          clockTolerance: 1,
        });
      } catch {
        return refuse(403, 'AuthError', 'Invalid token: signature, api token not found');
      }
      if (!kind) {
        const reference = request.query.get('reference');
        const found = kept.email.filter((each) => each.reference === reference);
        return { status: 200, body: { notifications: found.map(() => ({ reference, status: 'sending' })) } };
      }
      const body: unknown = JSON.parse(request.body);
      const to = isObject(body) ? body[kind === 'email' ? 'email_address' : 'phone_number'] : undefined;
      if (!isObject(body) || typeof to !== 'string' || !isObject(body['personalisation'])) {
        return refuse(
          400,
          'ValidationError',
          `${kind === 'email' ? 'email_address' : 'phone_number'} is a required property`,
        );
      }
      const values = body['personalisation'] as SentMessage['values'];
      kept[kind].push({ to, values, reference: text(body['reference']) ?? '' });
      return { status: 201, body: { id: randomUUID(), reference: body['reference'], content: {}, template: {} } };
    },
  });
  return {
    ...server,
    emails: kept.email,
    texts: kept.sms,
    settings: {
      baseUrl: server.url,
      serviceId,
      secret,
      emailTemplateId: randomUUID(),
      textTemplateId: randomUUID(),
      deadlineMs: 3_000,
    },
  };
}

const refuse = (status: number, error: string, message: string): SandboxReply => ({
  status,
  body: { status_code: status, errors: [{ error, message }] },
});
