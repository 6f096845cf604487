import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the clone, without a slash at the end. */
export const repository = fileURLToPath(new URL('../../..', import.meta.url)).replace(/[\\/]$/, '');

const NOT_SOURCES = new Set(['node_modules', 'dist', 'coverage']);

/** Changes when any file below the folders (or any file given) is added, removed, written or replaced. */
export async function fingerprint(paths, salt = '') {
  const hash = createHash('sha256').update(salt);
  for (const path of paths) {
    for (const file of (await filesBelow(path)).sort()) {
      const { mtimeMs, size } = await stat(file);
      hash.update(`${file}\0${mtimeMs}\0${size}\n`);
    }
  }
  return hash.digest('hex');
}

/** Every file below, without what is installed or built; the path itself when it is a file; none when it is missing. */
export async function filesBelow(path) {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  const entries = await readdir(path, { withFileTypes: true });
  const wanted = entries.filter(({ name }) => !NOT_SOURCES.has(name));
  const lists = await Promise.all(
    wanted.map((entry) =>
      entry.isDirectory()
        ? filesBelow(join(path, entry.name))
        : entry.isFile()
          ? [join(path, entry.name)]
          : [],
    ),
  );
  return lists.flat();
}

/** The content of a small text file; undefined when it is missing. */
export function readIfThere(path) {
  return readFile(path, 'utf8').catch(() => undefined);
}

export async function writeWithFolder(path, content) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
}
