import type { Store } from './port.js';

/** The embedded store below a directory, or MongoDB. */
export type StoreSettings = { readonly dataDirectory: string } | { readonly mongodbUri: string };

/** Opens the store that the settings name; an engine is loaded only when it is the one. */
export async function openStore(settings: StoreSettings): Promise<Store> {
  if ('mongodbUri' in settings) return (await import('./mongo.js')).openMongo(settings.mongodbUri);
  return (await import('./sqlite.js')).openSqlite(settings);
}
