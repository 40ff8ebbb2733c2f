import { existsSync } from 'node:fs';

/** The folder that holds package.json, as a URL with a trailing slash: schema/ and policies/ stand below it. */
export const packageRoot: URL = rootAbove(new URL('./', import.meta.url));

function rootAbove(folder: URL): URL {
  if (existsSync(new URL('package.json', folder))) return folder;
  const parent = new URL('../', folder);
  if (parent.href === folder.href) throw new Error('The hub’s own folder cannot be found');
  return rootAbove(parent);
}
