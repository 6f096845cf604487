import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { readIfThere, repository, writeWithFolder } from './files.mjs';
import { runNpm } from './run-tool.mjs';

const lockFile = join(repository, 'package-lock.json');
const stampFile = join(repository, 'node_modules', '.meridian-installed');

/** `npm ci` when what is installed is not what package-lock.json names. No install script runs: set-up does their part. */
export async function installDependencies() {
  const wanted = createHash('sha256')
    .update(await readFile(lockFile))
    .digest('hex');
  if ((await readIfThere(stampFile)) === wanted) return undefined;
  const byHand = await isInstalledByHand();
  if (!byHand) await runNpm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']);
  await writeWithFolder(stampFile, wanted);
  return byHand ? 'found as installed by npm' : 'installed with npm ci';
}

/** npm writes this file last; when it is younger than the lock, somebody ran `npm install` since. */
async function isInstalledByHand() {
  const installed = await stat(join(repository, 'node_modules', '.package-lock.json')).catch(() => undefined);
  return installed !== undefined && installed.mtimeMs >= (await stat(lockFile)).mtimeMs;
}
