/**
 * A hub in a process of its own, in the year of a programme that has everything, until it is killed. Arguments: data directory, folder of
 * programmes, number of journeys, and the instant that is its 2 September 2019, so that its clock goes on where another left off. Prints one line of JSON once it answers: its URL, what it is called by tokens, and what is known of people.
 */
import { writeSync } from 'node:fs';
import { demoGateways } from '../../src/demo/gateways.js';
import { createClock, startHub } from '../acceptance/hub.js';
import { nobodySpecial } from '../acceptance/people.js';
import { policySince } from '../acceptance/programmes/case-work.js';
import type { Known } from './every-mutation.js';

const [dataDirectory = '', programmes = '', journeys = '1', begunAt = String(Date.now())] = process.argv.slice(2);
const clock = createClock();
clock.forward(Date.parse('2019-09-02T09:00:00Z') - Number(begunAt));
const numbers = Array.from({ length: Number(journeys) }, (_, number) => number);
const stranger = (number: number) =>
  nobodySpecial(200 + number, {
    familyName: `Okonkwo${number}`,
    givenName: 'Grace',
    postcode: 'NR1 2ZZ',
    sex: 'female',
  });

const hub = await startHub({
  dataDirectory,
  clock,
  traced: false,
  // Its store outlives it, so that what stands there is the next one's to find.
  altersHistory: true,
  people: Object.fromEntries(
    numbers.flatMap((number) => [
      [`ONE${number}`, { person: nobodySpecial(2 * number) }],
      [`OTHER${number}`, { person: nobodySpecial(2 * number + 1) }],
      [`STRANGER${number}`, { person: stranger(number), enrolled: false as const }],
    ]),
  ),
  change: (settings) => ({
    ...policySince('2018-01-01')(settings),
    programmes,
    referral: { ...settings.referral, gateways: demoGateways },
  }),
});
const known = await Promise.all(
  numbers.map(async (number): Promise<Known> => ({
    nhsNumber: hub.nhsNumber(`ONE${number}`),
    otherNhsNumber: hub.nhsNumber(`OTHER${number}`),
    parent: nobodySpecial(199).nhsNumber,
    practice: await hub.idFor('practice', `ONE${number}`),
    provider: await hub.idFor('provider', `ONE${number}`),
    otherPractice: await hub.idFor('practice', `OTHER${number}`),
    otherProvider: await hub.idFor('provider', `OTHER${number}`),
    familyName: stranger(number).familyName,
    givenName: stranger(number).givenName,
    birthDate: stranger(number).birthDate,
  })),
);
// As the background of a running hub does, only more often.
const { matchWorker, rounds } = hub.demo.hub;
setInterval(() => void matchWorker.workDue().catch(() => undefined), 200);
rounds.start();
const [{ issuer, audience } = { issuer: '', audience: '' }] = hub.demo.hub.settings.issuers;
writeSync(1, `${JSON.stringify({ url: hub.url, issuer, audience, known })}\n`);
