/** Goal row 19: a policy is analysed before it decides; CI fails on a rule that can never fire and on a widening that nobody declared. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decide } from '../../src/access/decide.js';
import { parsePolicy, type Policy } from '../../src/access/policy.js';
import { describeChange, policyChange } from '../../src/access/policy-change.js';
import { undeclaredWidenings } from '../../src/access/policy-widening.js';
import { audiences, dataCategories, purposes } from '../../src/access/types.js';
import type { AccessRequest, Consent, OrganisationId } from '../../src/access/types.js';
import { packageRoot } from '../../src/package-root.js';
import { createClock, startHub, type TestHub } from '../acceptance/hub.js';
import { AMINA } from '../acceptance/people.js';
import { permitting } from './consent-samples.js';

const path = (name: string): string => fileURLToPath(new URL(name, packageRoot));
const shipped = await readFile(path('policies/sharing.yaml'), 'utf8');
const policy = parsePolicy(shipped);

type Replacement = readonly [from: string, to: string];
/** The shipped policy with some of its text replaced, under another version. */
function changed(...replacements: Replacement[]): string {
  return replacements.reduce(
    (text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`the policy has no ${from}`);
      return text.replace(from, to);
    },
    shipped.replace(/^version: .*$/m, "version: 'NEXT'").replace(/^effectiveFrom: .*$/m, 'effectiveFrom: 2199-01-01'),
  );
}
const changes = (...replacements: Replacement[]): readonly string[] =>
  policyChange(policy, parsePolicy(changed(...replacements))).map(describeChange);
const wallForCoach = `  - { id: W-09, audiences: [WORK_AND_HEALTH_COACH], purposes: [EMPLOYMENT_SUPPORT], categories: [SUPPORT], basis: NEVER, because: x }\n\n  # The client's own.`;
const openCoach = `  - { id: P-09, audiences: [WORK_AND_HEALTH_COACH], purposes: [EMPLOYMENT_SUPPORT], categories: [MEASURES], basis: STATUTE, because: x, objection: { heard: false, because: x } }\n\n  # The client's own.`;

describe('what another version changes is found in its effects', () => {
  const cases: readonly [string, Replacement, readonly string[]][] = [
    ['a wall', ["  # The client's own.", wallForCoach], ['narrower WORK_AND_HEALTH_COACH EMPLOYMENT_SUPPORT SUPPORT: UNLESS_REFUSED -> CLOSED']],
    ['a rule that opens', ["  # The client's own.", openCoach], ['wider    WORK_AND_HEALTH_COACH EMPLOYMENT_SUPPORT MEASURES: BY_CONSENT -> ALWAYS']],
    ['an audience that may record consents', ['consentRecorders: [CLIENT', 'consentRecorders: [COMMISSIONER, CLIENT'], ['wider    COMMISSIONER may record consents']],
    ['an existence that hides no longer', ['hiddenCategories: [RESTRICTED_CONDITIONS]', 'hiddenCategories: []'], ['wider    RESTRICTED_CONDITIONS: a refusal can be told from an absence']],
  ]; // prettier-ignore
  test.each(cases)('%s', (_what, replacement, expected) => {
    expect(changes(replacement)).toEqual(expected);
  });

  test('a location that is no longer kept in, for restricted people alone', () => {
    const found = changes(['locationCategories: [CONTACT]', 'locationCategories: []']);
    expect(found).toContain('wider    CLINICIAN DIRECT_CARE CONTACT (RESTRICTED_LOCATION): CLOSED -> UNLESS_REFUSED');
    expect(found.every((line) => line.includes('RESTRICTED_LOCATION') && line.startsWith('wider'))).toBe(true);
  });

  test('an emergency that lifts what it did not, and in nothing else', () => {
    const found = changes(['closed: [RESTRICTED_CONDITIONS, ', 'closed: [']);
    expect(found).toContain(
      'wider    CLINICIAN DIRECT_CARE RESTRICTED_CONDITIONS (EMERGENCY_UNRELATED): CLOSED -> UNLESS_REFUSED',
    );
    expect(found.every((line) => line.includes('(EMERGENCY'))).toBe(true);
  });

  test('a consent that need no longer be explicit', () => {
    const explicit = /\n {4}explicitConsent:[^\n]*/.exec(shipped)?.[0];
    const found = changes([explicit!, '']);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((line) => line.endsWith('BY_EXPLICIT_CONSENT -> BY_CONSENT'))).toBe(true);
  });

  const kioskWall =
    '\napplications:\n  - { id: A-01, applications: [kiosk], categories: [CONTACT, SUPPORT], because: x }';
  test('an application from which something is kept, and from which it is kept no longer', () => {
    const walled = parsePolicy(changed(['\nconsentRecorders:', `${kioskWall}\nconsentRecorders:`]));
    const lines = (from: Policy, to: Policy) => policyChange(from, to).map(describeChange);
    expect(lines(policy, walled)).toEqual(['narrower CONTACT: kept from kiosk', 'narrower SUPPORT: kept from kiosk']);
    expect(lines(walled, policy)).toEqual([
      'wider    CONTACT: no longer kept from kiosk',
      'wider    SUPPORT: no longer kept from kiosk',
    ]);
    // A widening that the later version does not declare is a fault of it.
    expect(undeclaredWidenings(walled, policy)).toHaveLength(2);
    const declared = 'widens:\n  - { applications: [kiosk], because: It stands behind the counter now. }\n';
    expect(undeclaredWidenings(walled, parsePolicy(changed(['\nrules:', `\n${declared}rules:`])))).toEqual([]);
  });

  /** A part that is added to the policy does not compile here until its changes are found. */
  const parts = {
    version: undefined,
    effectiveFrom: undefined,
    widens: undefined,
    rules: ["  # The client's own.", openCoach],
    locationCategories: ['locationCategories: [CONTACT]', 'locationCategories: []'],
    consentRecorders: ['consentRecorders: [CLIENT, ', 'consentRecorders: ['],
    hiddenCategories: ['hiddenCategories: [RESTRICTED_CONDITIONS]', 'hiddenCategories: []'],
    applications: ['\nconsentRecorders:', `${kioskWall}\nconsentRecorders:`],
    emergency: ['hours: 3', 'hours: 4'],
    representation: ['mustEnd: true', 'mustEnd: false'],
  } as const satisfies Record<keyof Policy['terms'], Replacement | undefined>;
  test.each(Object.entries(parts))('a change of its part %s is found, if it has effects', (_part, replacement) => {
    expect(changes(...(replacement ? [replacement] : [])).length > 0).toBe(replacement !== undefined);
  });

  test('an authority that reaches further, or is recorded by more people, and an emergency that lasts longer', () => {
    expect(changes(parts.emergency)).toEqual(['wider    emergency access, hours: 3 -> 4']);
    expect(changes(parts.representation)).toEqual(['wider    PARENTAL_RESPONSIBILITY reaches: without a last day']);
    const [from] = /recorders: \[[A-Z_, ]+\]\n/.exec(shipped.slice(shipped.indexOf('representation:'))) ?? [''];
    expect(changes([from, from.replace(']', ', COMMISSIONER]')])).toEqual([
      'wider    COMMISSIONER may record authorities',
    ]);
  });

  test('other words, another order and another version are no change', () => {
    expect(policyChange(policy, policy)).toEqual([]);
    expect(changes(['because: Sanctions and conditionality never reach health.', 'because: Other words.'])).toEqual([]);
  });

  test('the way back narrows what the way there widened', () => {
    const next = parsePolicy(changed(["  # The client's own.", openCoach]));
    const there = policyChange(policy, next);
    const back = policyChange(next, policy);
    expect(back.map(({ wider }) => wider)).toEqual(there.map(({ wider }) => !wider));
  });

  test('every audience, purpose and category that two policies decide differently is named, and no other', () => {
    const next = parsePolicy(
      changed(["  # The client's own.", wallForCoach], ['basis: DIRECT_CARE', 'basis: CONSENT']),
    );
    const organisation = 'SOME' as OrganisationId;
    const outcomes = (by: Policy, request: AccessRequest): string => {
      const said = (effect: Consent['effect'], specific: boolean): Consent => ({
        ...permitting({ effect, categories: [request.category], purposes: [request.viewer.purpose] }),
        recipients: [{ kind: 'organisation', organisation }],
        givenOn: request.today,
        ...(specific && { request: { what: 'this' } }),
      });
      const worlds = [[said('PERMIT', true)], [said('PERMIT', false)], [], [said('DENY', false)]];
      return worlds.map((consents) => decide(by, consents, request).permitted).join();
    };
    const named = new Set(
      policyChange(policy, next).flatMap((change) =>
        change.kind === 'DISCLOSURE' ? [`${change.audience} ${change.purpose} ${change.category}`] : [],
      ),
    );
    for (const audience of audiences)
      for (const purpose of purposes)
        for (const category of dataCategories) {
          const viewer = { subject: 's', issuer: 'i', organisation, audience, purpose };
          const request = { viewer, category, related: true, locationRestricted: false, today: '2026-11-25' };
          const differs = outcomes(policy, request) !== outcomes(next, request);
          expect([audience, purpose, category, named.has(`${audience} ${purpose} ${category}`)]).toEqual([audience, purpose, category, differs]); // prettier-ignore
        }
  });
});

const run = (command: string, ...given: readonly string[]): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const file = fileURLToPath(new URL(`../../src/policy/${command}.js`, import.meta.url));
    execFile(process.execPath, [file, ...given], (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hub-analysis-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('CI', () => {
  const accepted = (): string => join(folder, 'accepted.yaml');
  const sharing = (): string => join(folder, 'sharing.yaml');
  const command = (verb: string, ...more: readonly string[]) =>
    run('accept-command', verb, '--policy', sharing(), '--accepted', accepted(), ...more);
  beforeEach(async () => {
    await writeFile(sharing(), shipped);
    expect(await command('accept', '--reason', 'The first')).toEqual({ code: 0, said: '' });
  });

  test('passes the policy that was accepted', async () => {
    expect(await command('check')).toEqual({ code: 0, said: '' });
    await writeFile(sharing(), `# Comments and layout are no terms.\n${shipped}`);
    expect(await command('check')).toEqual({ code: 0, said: '' });
  });

  test('fails on a widening that the version does not declare, and nothing accepts it', async () => {
    await writeFile(sharing(), `${shipped}\n---\n${changed(["  # The client's own.", openCoach])}`);
    const fault =
      'version NEXT: it does not declare (widens): wider    WORK_AND_HEALTH_COACH EMPLOYMENT_SUPPORT MEASURES: BY_CONSENT -> ALWAYS';
    for (const [verb, ...more] of [['check'], ['accept', '--reason', 'x'], ['accept', '--amend', '--reason', 'x']] as const) {
      expect(await command(verb, ...more)).toEqual({ code: 1, said: expect.stringContaining(fault) });
    }
  }); // prettier-ignore

  test('fails on a rule by statute that does not say whether an objection is heard', async () => {
    const objection = /\n {4}objection:\n {6}heard: false\n {6}because:[^\n]*/.exec(shipped)![0];
    await writeFile(sharing(), `${shipped}\n---\n${changed([objection, ''])}`);
    expect(await command('check')).toEqual({
      code: 1,
      said: expect.stringContaining('version NEXT: rule J-01 does not say whether an objection is heard'),
    });
  });

  test('passes it once it is declared with its reason, and accepted', async () => {
    const widens = `widens:\n  - { audiences: [WORK_AND_HEALTH_COACH], purposes: [EMPLOYMENT_SUPPORT], categories: [MEASURES], because: Agreed. }\n`;
    await writeFile(sharing(), `${shipped}\n---\n${changed(["  # The client's own.", openCoach])}\n${widens}`);
    expect(await command('check')).toEqual({ code: 1, said: expect.stringContaining('version NEXT: it is not accepted') }); // prettier-ignore
    expect(await command('accept')).toMatchObject({ code: 1, said: expect.stringContaining('give the reason') });
    expect(await command('accept', '--reason', 'Agreed with the board')).toEqual({ code: 0, said: '' });
    expect(await command('check')).toEqual({ code: 0, said: '' });
    expect(await readFile(accepted(), 'utf8')).toContain('reason: Agreed with the board');
    // The declaration has served: it is measured no more, and does not cover the next widening.
    const after = changed(["  # The client's own.", openCoach], ['locationCategories: [CONTACT]', 'locationCategories: []']); // prettier-ignore
    await writeFile(sharing(), `${after.replace('NEXT', 'AFTER')}\n${widens}`);
    const { said } = await command('check');
    expect(said).toContain('version AFTER: it does not declare (widens): wider    CLINICIAN DIRECT_CARE CONTACT');
    expect(said).toContain('version AFTER: it declares what it does not widen: "Agreed."');
  });

  test('fails on a rule that can never fire, and on an accepted version with other terms', async () => {
    const second = `  - { id: X-01, audiences: [CLINICIAN], purposes: [DIRECT_CARE], categories: [CONDITIONALITY], basis: CONSENT, because: x }\n\n  # The client's own.`;
    await writeFile(sharing(), changed(["  # The client's own.", second]));
    expect((await command('check')).said).toContain('rule X-01: it contradicts W-01 (NEVER)');
    await writeFile(sharing(), shipped.replace('because: Sanctions and', 'because: All sanctions and'));
    expect((await command('check')).said).toContain('a version is never re-used: give it a new one');
    expect(await command('accept', '--amend', '--reason', 'Not active anywhere yet')).toEqual({ code: 0, said: '' });
    expect(await command('check')).toEqual({ code: 0, said: '' });
  });
});

test('npm run policy:diff prints what becomes more open and what less', async () => {
  const [before, after] = [join(folder, 'old.yaml'), join(folder, 'new.yaml')];
  await writeFile(before, shipped);
  await writeFile(after, changed(["  # The client's own.", wallForCoach.replace('\n\n  # The', '\n  # The')], ["  # The client's own.", openCoach])); // prettier-ignore
  expect(await run('diff-command', before, after)).toEqual({
    code: 0,
    said: `policy: ${policy.version} -> NEXT: 1 wider, 1 narrower
wider    WORK_AND_HEALTH_COACH EMPLOYMENT_SUPPORT MEASURES: BY_CONSENT -> ALWAYS
narrower WORK_AND_HEALTH_COACH EMPLOYMENT_SUPPORT SUPPORT: UNLESS_REFUSED -> CLOSED
`,
  });
  expect(await run('diff-command', before)).toMatchObject({ code: 2 });
});

describe('before a version decides', () => {
  let hub: TestHub | undefined;
  afterEach(async () => {
    await hub?.close();
    hub = undefined;
  });
  const declared = `widens:\n  - { audiences: [WORK_AND_HEALTH_COACH], purposes: [EMPLOYMENT_SUPPORT], categories: [MEASURES], because: Agreed. }\n`;
  async function start(text: string): Promise<TestHub> {
    await hub?.close();
    const sharing = join(folder, 'sharing.yaml');
    await writeFile(sharing, text);
    return (hub = await startHub({
      clock: createClock(),
      dataDirectory: join(folder, 'data'),
      people: { AMINA: { person: AMINA } },
      change: (settings) => ({ ...settings, policies: { sharing } }),
    }));
  }
  const ask = (who: Parameters<TestHub['as']>[0], versions: object = {}) =>
    hub!.as(who).query(
      `query Change($from: String, $to: String) { policyChange(from: $from, to: $to) { from to effectiveFrom
        widened { audience purpose category circumstance before after declared sentence } narrowed { sentence } } }`,
      versions,
    );
  const announced = (): readonly object[] => hub!.logged.filter(({ what }) => what === 'the sharing policy changes');

  test('the log and the privacy officer are told what a scheduled one widens and narrows', async () => {
    const next = changed(["  # The client's own.", wallForCoach.replace('\n\n  # The', '\n  # The')], ["  # The client's own.", openCoach]); // prettier-ignore
    await start(`${shipped}\n---\n${next}\n${declared}`);
    const wider = 'wider    WORK_AND_HEALTH_COACH EMPLOYMENT_SUPPORT MEASURES: BY_CONSENT -> ALWAYS';
    const narrower = 'narrower WORK_AND_HEALTH_COACH EMPLOYMENT_SUPPORT SUPPORT: UNLESS_REFUSED -> CLOSED';
    const both = { from: policy.version, to: 'NEXT', effectiveFrom: '2199-01-01' };
    expect(announced()).toEqual([
      { what: 'the sharing policy changes', ...both, widened: [wider], narrowed: [narrower] },
    ]);
    expect((await ask('privacy-officer')).data.policyChange).toEqual({
      ...both,
      widened: [
        { audience: 'WORK_AND_HEALTH_COACH', purpose: 'EMPLOYMENT_SUPPORT', category: 'MEASURES', circumstance: 'USUAL', before: 'BY_CONSENT', after: 'ALWAYS', declared: true, sentence: wider },
      ],
      narrowed: [{ sentence: narrower }],
    }); // prettier-ignore
    expect((await ask('privacy-officer', { from: 'NEXT', to: policy.version })).data.policyChange).toMatchObject({
      narrowed: [{ sentence: wider.replace('wider   ', 'narrower').replace('BY_CONSENT -> ALWAYS', 'ALWAYS -> BY_CONSENT') }], // prettier-ignore
    });
    expect((await ask('privacy-officer', { from: 'NO-SUCH' })).errors).toMatchObject([
      { message: 'from: the hub knows no such version of the policy.', extensions: { code: 'BAD_INPUT' } },
    ]);
    expect((await ask('clinician')).errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED', owner: 'SENDER' } }]);
  });

  test('and what one changes that replaced the last one at a restart; the first one changes nothing', async () => {
    await start(shipped);
    expect(announced()).toEqual([]);
    expect((await ask('privacy-officer')).data.policyChange).toMatchObject({ from: null, to: policy.version, widened: [] }); // prettier-ignore
    const next = changed(["  # The client's own.", openCoach]).replace('2199-01-01', '2026-11-02');
    await start(`${next}\n${declared}`);
    expect(announced()).toMatchObject([{ from: policy.version, to: 'NEXT', widened: { length: 1 }, narrowed: [] }]);
    expect((await ask('privacy-officer')).data.policyChange).toMatchObject({
      from: policy.version,
      to: 'NEXT',
      widened: [{ category: 'MEASURES' }],
    });
  });
});
