import { describe, expect, test } from '@jest/globals';
import { readExplorer } from '../../src/server/explorer.js';
import { personas } from './stub-hub.js';

describe('the explorer’s pages', () => {
  test.each([
    ['/explorer', 'text/html; charset=utf-8'],
    ['/explorer/explorer.js', 'text/javascript; charset=utf-8'],
    ['/explorer/explorer.css', 'text/css; charset=utf-8'],
  ])('%s is served from the package under a policy that lets nothing in from elsewhere', async (path, contentType) => {
    const page = await readExplorer().file(path);
    expect(page).toMatchObject({ status: 200, contentType });
    expect(page?.headers?.['content-security-policy']).toMatch(/^default-src 'self'; /);
    expect(page?.headers?.['content-security-policy']).not.toMatch(/script-src|https?:|\*/);
  });

  test('the page names no other place, and holds no script of its own', async () => {
    const html = (await readExplorer().file('/explorer'))?.body.toString();
    expect(html).not.toMatch(/https?:|\/\/|<script(?![^>]* src=)/);
  });

  test('a demonstration lists its personas, asked for anew each time', async () => {
    let asked = 0;
    const explorer = readExplorer(() => Promise.resolve([{ ...personas[0]!, token: `token-${(asked += 1)}` }]));
    await explorer.file('/explorer/personas');
    const reply = await explorer.file('/explorer/personas');
    expect(reply).toMatchObject({ status: 200, contentType: 'application/json; charset=utf-8' });
    expect(JSON.parse(String(reply?.body))).toEqual([{ ...personas[0], token: 'token-2' }]);
  });

  test('a hub that is not a demonstration has no personas, and no other file either', async () => {
    expect(await readExplorer().file('/explorer/personas')).toBeUndefined();
    expect(await readExplorer(() => Promise.resolve(personas)).file('/explorer/../package.json')).toBeUndefined();
  });
});
