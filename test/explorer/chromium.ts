import { existsSync } from 'node:fs';
import { chromium, type Browser, type Page } from 'playwright-core';

const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Why there is no browser to test with, if there is none. */
export const noBrowser = existsSync(executablePath)
  ? undefined
  : `no Chromium at ${executablePath}: set CHROMIUM_PATH, or install Debian's chromium`;

/** A browser with an empty profile of its own, which asks the network for nothing but its pages. */
export const startChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath,
    headless: true,
    args: [
      '--no-sandbox', // Root in a container has none to give.
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

export interface Look {
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

export interface Tab {
  readonly page: Page;
  /** What the page did that it must not: requests elsewhere, policy violations, errors. */
  readonly faults: readonly string[];
}

/**
 * How long a browser may take for one step before the test calls it stuck. Far beyond what any step needs: with every core busy
 * with other tests, a page without a graphics card has taken more than half a minute to come up.
 */
export const patienceMs = 180_000;

/** The explorer of `origin`, as a visitor sees it who has never been there. */
export async function openExplorer(browser: Browser, origin: string, look: Look = {}): Promise<Tab> {
  const { width = 1280, colorScheme = 'light' } = look;
  const visitor = await browser.newContext({ colorScheme, viewport: { width, height: 800 } });
  visitor.setDefaultTimeout(patienceMs);
  const page = await visitor.newPage();
  const faults: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith('data:')) faults.push(`asked ${url}`);
  });
  page.on('console', (message) => {
    if (/content security policy/i.test(message.text())) faults.push(message.text());
  });
  page.on('pageerror', ({ message }) => faults.push(message));
  await page.goto(`${origin}/explorer`);
  await page.getByRole('tab', { name: 'ClinicianLook' }).waitFor();
  return { page, faults };
}
