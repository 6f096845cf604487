import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint, readIfThere, repository, writeWithFolder } from './files.mjs';
import { runTool } from './run-tool.mjs';

const folder = join(repository, 'apps/web');
const stampFile = join(repository, '.meridian/browser-application');

/** `vite build` into apps/web/dist when a source of the browser application, or what is installed, changed. */
export async function buildBrowserApplication() {
  const entry = join(folder, 'index.html');
  if (!(await stat(entry).catch(() => undefined))) return undefined;
  const wanted = await fingerprint([folder, join(repository, 'package-lock.json')]);
  const isBuilt = await stat(join(folder, 'dist/index.html')).catch(() => undefined);
  if (isBuilt && (await readIfThere(stampFile)) === wanted) return undefined;
  await runTool('vite/bin/vite.js', ['build', folder, '--logLevel', 'warn']);
  await writeWithFolder(stampFile, wanted);
  return 'browser application built';
}
