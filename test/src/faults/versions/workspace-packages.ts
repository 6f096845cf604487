import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The packages of a source tree by name, with their folders from its root: what `npm install` would link. */
export async function workspacePackages(root: string): Promise<ReadonlyMap<string, string>> {
  const { workspaces } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as {
    readonly workspaces: readonly string[];
  };
  const packages = new Map<string, string>();
  for (const folder of (await Promise.all(workspaces.map((pattern) => foldersOf(root, pattern)))).flat()) {
    const text = await readFile(join(root, folder, 'package.json'), 'utf8').catch(() => undefined);
    if (text !== undefined) packages.set((JSON.parse(text) as { readonly name: string }).name, folder);
  }
  return packages;
}

/** `libs/*` stands for every folder in `libs`, anything else for itself. */
async function foldersOf(root: string, pattern: string): Promise<readonly string[]> {
  if (!pattern.endsWith('/*')) return [pattern];
  const above = pattern.slice(0, -'/*'.length);
  const entries = await readdir(join(root, above), { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${above}/${name}`);
}
