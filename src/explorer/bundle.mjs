// Bundles the explorer into dist/explorer: one page, one script, one style sheet, fonts inside. Takes seconds, so it is
// skipped while the sources, this file and the versions of what it bundles are those of the last time.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';

const source = 'src/explorer';
const target = 'dist/explorer';
const outputs = ['index.html', 'explorer.js', 'explorer.css'];
const bundled = ['graphiql', '@graphiql/react', 'graphql', 'graphql-ws', 'react', 'react-dom', 'esbuild'];

export async function bundleExplorer() {
  const digest = digestOfInputs();
  const stamp = join(target, 'inputs.sha256');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && outputs.every(isThere)) return;
  const { outputFiles } = await build({
    entryPoints: [join(source, 'explorer.tsx')],
    outdir: target,
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    loader: { '.woff2': 'dataurl' },
    legalComments: 'eof',
    logLevel: 'warning',
  });
  mkdirSync(target, { recursive: true });
  for (const { path, contents } of outputFiles) replace(path, contents);
  replace(join(target, 'index.html'), readFileSync(join(source, 'index.html')));
  replace(stamp, digest);
}

const isThere = (name) => existsSync(join(target, name));

function digestOfInputs() {
  const hash = createHash('sha256');
  for (const name of readdirSync(source).sort()) hash.update(name).update(readFileSync(join(source, name)));
  for (const name of bundled) {
    hash.update(name).update(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8')).version);
  }
  return hash.digest('hex');
}

/** In one step, so that a hub that starts beside a build never reads half a file. */
function replace(path, contents) {
  const unfinished = `${path}.${process.pid}`;
  writeFileSync(unfinished, contents);
  renameSync(unfinished, path);
}
