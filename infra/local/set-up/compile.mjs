import { readFile, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint, readIfThere, repository, writeWithFolder } from './files.mjs';
import { runTool } from './run-tool.mjs';

const stampFile = join(repository, '.meridian/compiled');

/** `tsc -b` over everything; afterwards what was compiled from files that no longer exist is gone, tests above all. */
export async function compile() {
  const packages = await referencedPackages();
  const sources = packages.flatMap((folder) => [join(folder, 'src'), join(folder, 'tsconfig.json')]);
  const options = ['tsconfig.json', 'tsconfig.base.json', 'package-lock.json'].map((name) =>
    join(repository, name),
  );
  const wanted = await fingerprint([...sources, ...options]);
  if ((await readIfThere(stampFile)) === wanted && (await areCompiled(packages))) return undefined;
  await Promise.all(packages.map(removeOrphans));
  await runTool('typescript/bin/tsc', ['-b', '--pretty', 'false']);
  await writeWithFolder(stampFile, wanted);
  return `${packages.length} packages compiled`;
}

async function referencedPackages() {
  const { references } = JSON.parse(await readFile(join(repository, 'tsconfig.json'), 'utf8'));
  return references.map(({ path }) => join(repository, path));
}

async function areCompiled(packages) {
  const infos = packages.map((folder) => stat(join(folder, 'dist/.tsbuildinfo')).catch(() => undefined));
  return (await Promise.all(infos)).every((info) => info !== undefined);
}

async function removeOrphans(folder) {
  const compiled = await readdir(join(folder, 'dist'), { recursive: true }).catch(() => []);
  for (const name of compiled.filter((path) => path.endsWith('.js'))) {
    const source = join(folder, 'src', name.slice(0, -'.js'.length));
    const isThere = await Promise.all(
      ['.ts', '.tsx', '.js'].map((ending) => stat(source + ending).catch(() => undefined)),
    );
    if (isThere.some((found) => found !== undefined)) continue;
    const stem = join(folder, 'dist', name.slice(0, -'.js'.length));
    for (const ending of ['.js', '.js.map', '.d.ts', '.d.ts.map']) await rm(stem + ending, { force: true });
  }
}
