/**
 * The entries of package-lock.json that are needed at run time, beginning with the entries `roots`: dependencies,
 * optional ones for this platform, and required peers. Optional peers (the Prisma command line, TypeScript, ...) and what is
 * for development stay out; `npm ci --omit=dev` would keep the former.
 *
 * @param {Record<string, object>} lock `packages` of the lock, by path
 * @param {readonly string[]} roots paths in it
 * @returns {string[]} paths in it
 */
export function productionPackages(lock, roots) {
  const found = new Set();
  const waiting = [...roots];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (found.has(path)) continue;
    const entry = lock[path];
    if (entry === undefined) throw new Error(`package-lock.json has no entry for ${path}; run npm install.`);
    if (!isForThisPlatform(entry)) continue;
    found.add(path);
    waiting.push(...(entry.link ? [entry.resolved] : neighbours(lock, path)));
  }
  return [...found];
}

function neighbours(lock, path) {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = lock[path];
  const requiredPeers = Object.keys(peerDependencies ?? {}).filter(
    (name) => !peerDependenciesMeta?.[name]?.optional,
  );
  const required = [...Object.keys(dependencies ?? {}), ...requiredPeers].filter(
    (name) => optionalDependencies?.[name] === undefined,
  );
  const optional = Object.keys(optionalDependencies ?? {})
    .map((name) => resolve(lock, path, name))
    .filter((found) => found !== undefined);
  return [...optional, ...required.map((name) => resolve(lock, path, name) ?? missing(path, name))];
}

/** Where Node finds `name` from the package at `path`: in the nearest node_modules, upwards. */
function resolve(lock, path, name) {
  for (let folder = path; ; folder = parentOf(folder)) {
    const candidate = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (lock[candidate] !== undefined) return candidate;
    if (folder === '') return undefined;
  }
}

function parentOf(path) {
  const cut = path.lastIndexOf('/');
  return cut < 0 ? '' : path.slice(0, cut);
}

function missing(path, name) {
  throw new Error(`package-lock.json names no package for "${name}", which ${path} needs; run npm install.`);
}

function isForThisPlatform({ os, cpu }) {
  return allows(os, process.platform) && allows(cpu, process.arch);
}

/** npm's rule: a list of allowed names, or of names with `!` that are excluded. */
function allows(list, own) {
  if (list === undefined || list.includes(own)) return true;
  return list.every((name) => name.startsWith('!')) && !list.includes(`!${own}`);
}
