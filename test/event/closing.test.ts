import { describe, expect, test } from '@jest/globals';
import { startHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { review } from '../task/new-task.js';
import { subscribe, transports, untilListening } from './subscriber.js';

describe.each(transports)('over %s', (transport) => {
  test('a hub that closes tells its subscribers why, and waits for none of them', async () => {
    const hub = await startHub({ people: { AMINA: { person: nobodySpecial(1) } } });
    const subscriber = await subscribe(hub, transport, 'privacy-officer', 'subscription { taskRaised { id } }');
    const last = subscriber.next();
    const closed = hub.close();
    expect((await last)?.errors?.[0]?.extensions.code).toBe('SUBSCRIPTION_ENDED');
    await closed;
    await subscriber.end().catch(() => undefined);
  });

  test('where the ledger cannot write, an event is not sent: nothing leaves unrecorded', async () => {
    const hub = await startHub({ people: { AMINA: { person: nobodySpecial(1) } } });
    try {
      const asked = 'subscription { taskRaised { details { ... on EmergencyAccessReview { note } } } }';
      const subscriber = await subscribe(hub, transport, 'privacy-officer', asked);
      const clientId = await hub.clientId('AMINA');
      const task = await hub.demo.hub.services.tasks.raise(review('a', { now: Date.now(), clientId }));
      expect((await subscriber.next())?.data.taskRaised.details.note).toContain('collapsed');
      await hub.demo.hub.ledger.close();
      const { organisation, audience } = task;
      await hub.demo.hub.services.events.emit({
        kind: 'TASK_RAISED',
        about: task.id,
        organisation,
        audience,
        clientId,
      });
      expect(await subscriber.next()).toMatchObject({
        data: null,
        errors: [{ extensions: { code: 'LEDGER_UNAVAILABLE', owner: 'HUB' } }],
      });
      expect(await subscriber.next()).toBeUndefined();
      await subscriber.end();
      await untilListening(hub, 0);
    } finally {
      await hub.close();
    }
  });
});
