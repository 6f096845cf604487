import { mkdir, readdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { workspacePackages } from './workspace-packages.js';

/**
 * Gives a source tree in `folder` a `node_modules` of its own: everything from outside is what is installed in `installed`, the
 * packages of the house are those of the tree itself.
 */
export async function linkModules(installed: string, folder: string): Promise<void> {
  const own = await workspacePackages(folder);
  const scopes = new Set([...own.keys()].filter((name) => name.startsWith('@')).map((name) => dirname(name)));
  await mkdir(join(folder, 'node_modules'));
  for (const name of await readdir(join(installed, 'node_modules'))) {
    if (scopes.has(name)) continue;
    await symlink(join(installed, 'node_modules', name), join(folder, 'node_modules', name));
  }
  for (const [name, path] of own) {
    await mkdir(join(folder, 'node_modules', dirname(name)), { recursive: true });
    await symlink(join(folder, path), join(folder, 'node_modules', name));
  }
}
