import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { examples } from '../../src/explorer/examples.js';
import { noBrowser, openExplorer, patienceMs, startChromium, type Look, type Tab } from './chromium.js';
import { faintTexts } from './contrast.js';
import { correlationId, personas, startStubHub, type StubHub } from './stub-hub.js';

jest.setTimeout(2 * patienceMs);
if (noBrowser !== undefined) console.warn(`The explorer is not tested in a browser: ${noBrowser}`);

const run = (page: Page) => page.getByRole('button', { name: /^Execute query/ }).click();
/** Runs until it is answered, as somebody would: while the page takes over a new caller, a first press can be lost. */
async function runUntilAnswered(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 10; presses += 1) {
    await run(page);
    const answered = answerOf(page).getByText(text).waitFor({ timeout: 10_000 });
    if (await answered.then(() => true).catch(() => false)) return;
  }
  throw new Error(
    `ten presses brought no answer with ${text}, but ${(await answerOf(page).innerText()).slice(0, 300)}`,
  );
}
const answerOf = (page: Page) => page.locator('.result-window .CodeMirror-code');
/** The answer pane as somebody reads it: CodeMirror keeps an empty line open with a zero-width space. */
const answerIn = async (page: Page): Promise<string> =>
  (await answerOf(page).innerText()).replace(/\u200b/g, '').trim();
const variablesOf = (page: Page) => page.locator('.graphiql-editor-tool .CodeMirror-code').first();

(noBrowser === undefined ? describe : describe.skip)('the explorer in a browser', () => {
  let demo: StubHub;
  let plain: StubHub;
  let browser: Browser;
  beforeAll(async () => {
    [browser, demo, plain] = await Promise.all([startChromium(), startStubHub(personas), startStubHub()]);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((visitor) => visitor.close()));
  });
  afterAll(async () => {
    await Promise.all([browser.close(), demo.close(), plain.close()]);
  });
  const opened = (hub: StubHub, look?: Look): Promise<Tab> => openExplorer(browser, hub.url, look);

  test('it opens with a tab for each example, and asks no other place for anything', async () => {
    const { page, faults } = await opened(demo);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('Root Types').waitFor(); // The schema has been read, and the explorer's fonts with it.
    expect(await page.locator('.graphiql-tab-button').allInnerTexts()).toEqual(examples.map(({ name }) => name));
    expect(await page.evaluate('document.fonts.size > 0')).toBe(true);
    expect(faults).toEqual([]);
  });

  test('a policy violation or a request elsewhere would be found', async () => {
    const { page, faults } = await opened(demo);
    await page.evaluate(`import('data:text/javascript,1').catch(() => {})`);
    await page.evaluate(`fetch('http://127.0.0.1:9/').catch(() => {})`);
    expect(faults.join('\n')).toMatch(/data:text\/javascript[^]*127\.0\.0\.1:9/);
  });

  test('it asks as the persona, about somebody the persona works with, and shows answer and correlation id', async () => {
    const { page, faults } = await opened(demo);
    await run(page);
    await answerOf(page).getByText('"NO_CONSENT"').waitFor();
    expect(demo.asked.at(-1)).toEqual({
      authorization: 'Bearer clinician-token',
      operationName: 'ClinicianLook',
      variables: { nhsNumber: '9000000017' },
    });
    expect(await page.getByRole('status').innerText()).toBe(`Last answer: 200, correlation id ${correlationId}`);
    expect(faults).toEqual([]);
  });

  test('another persona brings another token and sample, and takes the answers of the one before away', async () => {
    const { page } = await opened(demo);
    await runUntilAnswered(page, '"a-client-id"');
    await page.getByRole('tab', { name: 'ExplainAccess' }).click();
    expect(await variablesOf(page).innerText()).toContain('"a-client-id"');
    await page.getByRole('tab', { name: 'ClinicianLook' }).click();

    await page.getByLabel('You are').selectOption('work-coach');
    expect(await page.getByRole('banner').innerText()).toMatch(
      /work-coach\s+Organisation\s+DWP-NORTHGATE\s+Purpose\s+EMPLOYMENT_SUPPORT/,
    );
    expect(await answerIn(page)).toBe('');
    await page.getByRole('tab', { name: 'ExplainAccess' }).click();
    expect(await variablesOf(page).innerText()).not.toContain('"a-client-id"');
    await page.getByRole('tab', { name: 'ClinicianLook' }).click();
    expect(await answerIn(page)).toBe('');
    await runUntilAnswered(page, '"a-client-id"');
    expect(demo.asked.at(-1)).toMatchObject({
      authorization: 'Bearer work-coach-token',
      variables: { nhsNumber: '9000000025' },
    });
  });

  test('a subscription shows what comes as it comes, and ends when somebody else takes over', async () => {
    const { page, faults } = await opened(demo);
    await page.getByRole('tab', { name: 'NoticeGiven' }).click();
    await runUntilAnswered(page, '"FIRST_ACCESS"');
    expect([...demo.listening]).toEqual(['Bearer clinician-token']);
    await page.getByLabel('You are').selectOption('work-coach');
    while (demo.listening.size > 0) await page.waitForTimeout(20);
    expect(faults).toEqual([]);
  });

  test('an operation that was edited stays edited for the next persona', async () => {
    const { page } = await opened(demo);
    await page.getByRole('tab', { name: 'WhoAmI' }).click();
    await page.locator('.graphiql-query-editor .CodeMirror').click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText('query Mine { viewer { purpose } }');
    await page.getByRole('tab', { name: 'Mine' }).waitFor();
    await page.getByLabel('You are').selectOption('work-coach');
    await run(page);
    await answerOf(page).getByText('"DIRECT_CARE"').waitFor();
    expect(demo.asked.at(-1)).toMatchObject({ authorization: 'Bearer work-coach-token', operationName: 'Mine' });
  });

  test('a hub that is not a demonstration asks for an access token, and says whom it takes its holder for', async () => {
    const { page } = await opened(plain);
    expect(await page.getByLabel('You are').count()).toBe(0);
    await page.getByLabel('Access token').fill('Bearer pasted-token');
    await page.getByRole('button', { name: 'Use' }).click();
    await page.getByRole('banner').getByText('CLINICIAN').waitFor();
    // The schema is read with the new token; GraphiQL runs nothing while it does.
    await page.waitForLoadState('networkidle');
    await runUntilAnswered(page, '"a-client-id"');
    expect(plain.asked.at(-1)).toMatchObject({ authorization: 'Bearer pasted-token', operationName: 'ClinicianLook' });
  });

  test('nothing typed, chosen or answered stays on the computer', async () => {
    const { page } = await opened(demo);
    await page.clock.install();
    await runUntilAnswered(page, '"a-client-id"');
    await page.getByRole('tab', { name: 'WhoAmI' }).click();
    await page.clock.fastForward('01:00'); // GraphiQL stores its tabs half a second after a change.
    expect(await page.evaluate('[localStorage.length, sessionStorage.length, document.cookie]')).toEqual([0, 0, '']);
  });

  test('the keyboard reaches the editors and leaves them again, and each has a name', async () => {
    const { page } = await opened(demo);
    const named = `[...document.querySelectorAll('.CodeMirror textarea')].map((area) => area.getAttribute('aria-label'))`;
    expect(await page.evaluate(named)).toEqual(['Operation', 'Variables', 'Headers', 'Answer']);
    await page.getByRole('textbox', { name: 'Operation' }).focus();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.getAttribute('aria-label')`)).toMatch(/^Execute query/);
  });

  test.each(['light', 'dark'] as const)('all text can be read in the %s theme', async (colorScheme) => {
    const { page } = await opened(demo, { colorScheme });
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('Root Types').waitFor();
    await runUntilAnswered(page, '"a-client-id"');
    expect(await page.evaluate(faintTexts)).toEqual([]);
    await page.addStyleTag({ content: '.caller-bar dt { color: #33557f !important }' });
    expect(await page.evaluate(faintTexts)).toHaveLength(1); // So the measure can fail.
  });

  test('at 360 pixels nothing is cut off at the side, and an operation can be run and read', async () => {
    const { page } = await opened(demo, { width: 360 });
    await runUntilAnswered(page, '"a-client-id"');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
    await page.getByText('Root Types').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
  });
});
