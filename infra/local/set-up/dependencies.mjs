import { join } from 'node:path';
import { readIfThere, repository } from './files.mjs';
import { runNpm } from './run-tool.mjs';

/** `npm ci` when what is installed is not what package-lock.json names. No install script runs: set-up does their part. */
export async function installDependencies() {
  const wanted = await packagesIn(join(repository, 'package-lock.json'));
  // npm writes this file when an installation is complete.
  const installed = await packagesIn(join(repository, 'node_modules/.package-lock.json'));
  if (isInstalled(wanted, installed)) return undefined;
  await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  return 'installed with npm ci';
}

async function packagesIn(lockFile) {
  const text = await readIfThere(lockFile);
  return text === undefined ? {} : JSON.parse(text).packages;
}

/** Optional packages may be missing: they are for other platforms. */
function isInstalled(wanted, installed) {
  const outside = Object.entries(wanted).filter(([path]) => path.includes('node_modules/'));
  return outside.every(([path, { version, integrity, optional }]) => {
    const found = installed[path];
    if (found === undefined) return optional === true;
    return found.version === version && found.integrity === integrity;
  });
}
