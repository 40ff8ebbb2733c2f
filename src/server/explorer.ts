import { readFileSync } from 'node:fs';
import { packageRoot } from '../package-root.js';
import type { Persona } from './persona.js';

export type { Persona } from './persona.js';

/** The pages of `/explorer`: GraphiQL, bundled at build time and served from the package. */
export interface Explorer {
  /** The reply for a path, if the explorer has one. */
  file(path: string): Promise<ExplorerFile | undefined>;
}

interface ExplorerFile {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * Everything comes from the hub itself. GraphiQL sets styles in place and carries its fonts and icons as `data:`; it needs
 * no inline script, no `eval` and no worker.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

/** @param personas Who one can be at `/explorer/personas`. Only a demonstration has them: elsewhere that path is not there. */
export function readExplorer(personas?: () => Promise<readonly Persona[]>): Explorer {
  const read = (name: string, contentType: string): ExplorerFile => ({
    status: 200,
    contentType,
    body: readFileSync(new URL(`dist/explorer/${name}`, packageRoot)),
    headers: { 'content-security-policy': contentSecurityPolicy },
  });
  const files = new Map([
    ['/explorer', read('index.html', 'text/html; charset=utf-8')],
    ['/explorer/explorer.js', read('explorer.js', 'text/javascript; charset=utf-8')],
    ['/explorer/explorer.css', read('explorer.css', 'text/css; charset=utf-8')],
  ]);
  return {
    async file(path) {
      if (path !== '/explorer/personas' || personas === undefined) return files.get(path);
      const body = Buffer.from(JSON.stringify(await personas()));
      return { status: 200, contentType: 'application/json; charset=utf-8', body };
    },
  };
}
