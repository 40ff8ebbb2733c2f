import { readFileSync } from 'node:fs';
import { packageRoot } from '../package-root.js';

/** The pages of `/explorer`: GraphiQL, bundled at build time and served from the package. */
export interface Explorer {
  /** The reply for a path, if the explorer has one. */
  file(path: string): ExplorerFile | undefined;
}

interface ExplorerFile {
  readonly status: number;
  readonly contentType: string;
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Everything comes from the hub itself; GraphiQL sets styles in place. */
const contentSecurityPolicy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'";

export function readExplorer(): Explorer {
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
  return { file: (path) => files.get(path) };
}
