// Lists the licences of the whole dependency tree and fails on one that the project does not accept. Elastic-2.0, SSPL and
// the AGPL would bind whoever offers the hub as a service; a package without a licence binds nobody to anything.
import { readFileSync } from 'node:fs';

const accepted = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  '0BSD',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'Unlicense',
  'Python-2.0',
  '(MIT OR CC0-1.0)',
  '(MIT AND BSD-3-Clause)',
  '(MIT AND Zlib)',
  'WTFPL',
  'Zlib',
  // Browser data that only build tools carry.
  'CC-BY-4.0',
  'CC-BY-3.0',
  // Weak copyleft of build tools; nothing of theirs is shipped changed.
  'MPL-2.0',
  '(MPL-2.0 OR Apache-2.0)',
]);

const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', import.meta.url), 'utf8'));
const byLicence = new Map();
for (const [path, { license = licenceInFolder(path), dev = false, link = false }] of Object.entries(packages)) {
  if (path === '' || link) continue;
  const found = byLicence.get(license) ?? { shipped: [], development: [] };
  found[dev ? 'development' : 'shipped'].push(path.replace(/^.*node_modules\//, ''));
  byLicence.set(license, found);
}
const refused = [];
for (const [licence, { shipped, development }] of [...byLicence].sort()) {
  console.log(
    `${licence.padEnd(24)} ${String(shipped.length).padStart(4)} shipped ${String(development.length).padStart(4)} for development`,
  );
  if (!accepted.has(licence)) refused.push(`${licence}: ${[...shipped, ...development].join(', ')}`);
}
if (refused.length > 0) {
  console.error(`Licences that the project does not accept:\n${refused.map((line) => `  ${line}`).join('\n')}`);
  process.exitCode = 1;
}

/** The lock file leaves the licence out where the registry had none in the usual place. */
function licenceInFolder(path) {
  try {
    const { license, licenses } = JSON.parse(readFileSync(new URL(`${path}/package.json`, import.meta.url), 'utf8'));
    return license?.type ?? license ?? licenses?.[0]?.type ?? 'none';
  } catch {
    return 'none';
  }
}
