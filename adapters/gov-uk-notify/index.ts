/**
 * GOV.UK Notify: messages to people of an organisation that has no system. Published at
 * https://docs.notifications.service.gov.uk/rest-api.html. What is sent is a template of the service and the values given here.
 */
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { AdapterServices, CallContext } from '../contract.js';
import { UpstreamError } from '../upstream-error.js';
import { createUpstream } from '../transport/upstream.js';

const source = 'gov-uk-notify';

export const notifySettings = z.strictObject({
  /** `https://api.notifications.service.gov.uk`; plain HTTP is for the local sandbox. */
  baseUrl: z.url({ protocol: /^https?$/ }),
  /** The two parts of an API key: the service's UUID, and the secret that signs. */
  serviceId: z.uuid(),
  secret: z.string().min(16),
  emailTemplateId: z.uuid(),
  textTemplateId: z.uuid(),
  /** Milliseconds for one message. */
  deadlineMs: z.int().positive().default(5_000),
});
export type NotifySettings = z.infer<typeof notifySettings>;

const notifications = z.object({
  notifications: z.array(z.object({ reference: z.string().nullable(), status: z.string() })),
});

export interface Notify {
  /** Resolves when the message is accepted. `reference` finds it again in the service's own list. */
  email(
    address: string,
    values: Readonly<Record<string, string>>,
    reference: string,
    signal: AbortSignal,
  ): Promise<void>;
  /** Whether an e-mail with this reference was accepted before and has not failed: its answer may have been lost. */
  hasEmailed(reference: string, signal: AbortSignal): Promise<boolean>;
  text(phone: string, values: Readonly<Record<string, string>>, reference: string, signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** @returns verbs that reject with `UpstreamError` */
export function connectNotify(settings: NotifySettings, { now, onCall }: AdapterServices): Notify {
  const { baseUrl, serviceId, secret, deadlineMs } = settings;
  const key = new TextEncoder().encode(secret);
  const upstream = createUpstream({
    name: source,
    baseUrl,
    deadlineMs,
    now,
    onCall,
    // A message that was accepted and whose answer was lost would be sent twice.
    retry: { attempts: 1 },
    // A token of its own for each call: Notify accepts none that is older than 30 seconds.
    authorise: async () => ({
      authorization: `Bearer ${await new SignJWT()
        .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
        .setIssuer(serviceId)
        .setIssuedAt(Math.floor(now() / 1_000))
        .sign(key)}`,
    }),
  });
  const send = async (path: string, body: object, signal: CallContext['signal']): Promise<void> => {
    await upstream.request({
      method: 'POST',
      path,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify(body),
      call: { signal, deadline: now() + deadlineMs },
    });
  };
  return {
    async hasEmailed(reference, signal) {
      const { body } = await upstream.request({
        method: 'GET',
        path: '/v2/notifications',
        query: new URLSearchParams({ reference, template_type: 'email' }),
        headers: { accept: 'application/json' },
        call: { signal, deadline: now() + deadlineMs },
      });
      const listed = notifications.safeParse(body);
      if (!listed.success) throw new UpstreamError(source, 'MALFORMED');
      return listed.data.notifications.some((each) => each.reference === reference && !each.status.endsWith('failure'));
    },
    email: (address, personalisation, reference, signal) =>
      send(
        '/v2/notifications/email',
        { email_address: address, template_id: settings.emailTemplateId, personalisation, reference },
        signal,
      ),
    text: (phone, personalisation, reference, signal) =>
      send(
        '/v2/notifications/sms',
        { phone_number: phone, template_id: settings.textTemplateId, personalisation, reference },
        signal,
      ),
    close: () => upstream.close(),
  };
}
