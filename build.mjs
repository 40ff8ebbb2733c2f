// Transpiles every TypeScript file to dist/, one to one, in well under a second (types are checked by `npm run typecheck`).
// The tests and the product run the same files. `node build.mjs adapters/nhs-pds …` builds only the named folders.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundleExplorer } from './src/explorer/bundle.mjs';

const rooms = ['src', 'adapters', 'test', 'bench'];
const named = process.argv.slice(2);

function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** Removes what an earlier build left of a source that is gone, so that no dead test runs. */
function removeOrphans(folder) {
  for (const file of filesBelow(join('dist', folder))) {
    const source = file.slice('dist/'.length).replace(/\.js(\.map)?$/, '.ts');
    if (source.endsWith('.ts') && !existsSync(source)) rmSync(file);
  }
}

const folders = named.length > 0 ? named : rooms;
folders.forEach(removeOrphans);
await build({
  entryPoints: [...folders.flatMap(filesBelow), 'codegen.ts'].filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.d.ts'),
  ),
  outdir: 'dist',
  outbase: '.',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: 'linked',
  logLevel: 'warning',
});
if (folders.some((folder) => 'src/explorer'.startsWith(folder))) await bundleExplorer();
