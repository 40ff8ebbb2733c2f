// Transpiles every TypeScript file to dist/, one to one, in well under a second (types are checked by `npm run typecheck`).
// The tests and the product run the same files.
import { readdirSync, rmSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const rooms = ['src', 'adapters', 'test', 'bench'];

function sources(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
    .map((entry) => join(entry.parentPath, entry.name));
}

for (const room of rooms) rmSync(join('dist', room), { recursive: true, force: true });
await build({
  entryPoints: [...rooms.flatMap(sources), 'codegen.ts'].filter((file) => existsSync(file)),
  outdir: 'dist',
  outbase: '.',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  logLevel: 'warning',
});
