// node infra/docker/collect-service.mjs <service> <folder>: copies from a built clone what the service needs at run time
// and nothing else, in the same layout: its own code and migrations, the workspace packages it uses, the packages
// that package-lock.json names for them.
import { existsSync, readFileSync } from 'node:fs';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { productionPackages } from './production-packages.mjs';

const repository = fileURLToPath(new URL('../..', import.meta.url));

/** What is no part of running: types, maps, tests, and Prisma's compilers for databases that we do not use. */
const NOT_NEEDED = [
  /\.d\.[cm]?ts$/,
  /\.map$/,
  /\.tsbuildinfo$/,
  /\.test\.js$/,
  /\/apps\/[^/]+\/dist\/testing$/,
  /\/query_compiler_\w+_bg\.(?!postgresql)\w+\./,
];

/** What belongs to a workspace at run time, besides its package.json. */
const PARTS_OF_WORKSPACE = ['dist', 'prisma/migrations', 'migrations'];

const [service = '', target = ''] = process.argv.slice(2);
await collect(service, target);

async function collect(name, folder) {
  const { roots, extras } = plan(name);
  const lock = JSON.parse(readFileSync(join(repository, 'package-lock.json'), 'utf8')).packages;
  const packages = productionPackages(lock, roots);
  for (const path of packages) {
    const { link, resolved } = lock[path];
    if (link) await linkPackage(join(folder, path), join(folder, resolved));
    else if (path.includes('node_modules/')) await copy(path, folder);
    else for (const part of ['package.json', ...PARTS_OF_WORKSPACE]) await copy(join(path, part), folder);
  }
  for (const extra of extras) await copy(extra, folder);
  console.log(`${name}: ${packages.length} packages`);
}

/** Where the walk over dependencies begins, and files that no dependency names. */
function plan(name) {
  if (name === 'identity-provider') {
    // Only this part of infra/local: the embedded PostgreSQL stays out.
    const roots = ['node_modules/oidc-provider', 'node_modules/@meridian/contracts-resourcing'];
    const extras = ['infra/local/package.json', 'infra/local/dist', 'infra/docker/identity-provider.mjs'];
    return { roots, extras };
  }
  const root = `apps/${name}`;
  if (name === '' || !existsSync(join(repository, root, 'dist/main.js'))) {
    throw new Error(
      `SERVICE is "${name}", and there is no apps/${name}/dist/main.js. Give the name of a built service, for example projects.`,
    );
  }
  return { roots: [root], extras: name === 'gateway' ? ['apps/web/dist'] : [] };
}

async function copy(path, folder) {
  const source = join(repository, path);
  if (!existsSync(source)) return;
  const isWanted = (file) => {
    const inside = file.slice(source.length);
    // Packages inside packages are entries of their own in the lock.
    if (inside !== '' && basename(file) === 'node_modules') return false;
    return !NOT_NEEDED.some((pattern) => pattern.test(file));
  };
  await cp(source, join(folder, path), { recursive: true, filter: isWanted });
}

async function linkPackage(from, to) {
  await mkdir(dirname(from), { recursive: true });
  await symlink(relative(dirname(from), to), from);
}
