import { expect, test } from '@jest/globals';
import { dirname, join } from 'node:path/posix';
import {
  isTest,
  packageOf,
  sourcesBelow,
  withoutComments,
  workspaces,
  type SourceFile,
} from './source-tree.js';

const sources = ['apps', 'libs', 'infra', 'test'].flatMap(sourcesBelow);
const production = sources.filter((file) => !isTest(file) && !file.path.startsWith('test/'));
const PURE_LIBS = ['refusal', 'access', 'money', 'calendar', 'network', 'levelling', 'selection'];
/** Computation and file formats only: no clock, no input or output. */
const PURE_PACKAGES = new Set([
  ...PURE_LIBS.map((lib) => `@meridian/${lib}`),
  'decimal.js',
  'saxes',
  'csv-parse',
  'fflate',
]);

test('the scan sees the whole house', () => {
  expect(sources.length).toBeGreaterThan(150);
  expect(sources.some((file) => file.path === 'libs/refusal/src/refusal.ts')).toBe(true);
});

test('domain code and pure libs import only themselves and pure packages', () => {
  const broken = production
    .filter(isPure)
    .flatMap((file) =>
      file.imports
        .filter((specifier) => !allowedInPureCode(file, specifier))
        .map((specifier) => `${file.path}: ${specifier}`),
    );
  expect(broken).toEqual([]);
});

test('domain code and pure libs read no clock, no chance and no environment', () => {
  const forbidden = /new Date\(\)|Date\.now\(|Math\.random\(|process\.env|performance\.now\(|randomUUID\(/;
  const broken = production.filter(isPure).filter((file) => forbidden.test(withoutComments(file.text)));
  expect(broken.map((file) => file.path)).toEqual([]);
});

test('only the bus imports NATS packages', () => {
  const broken = production
    .filter((file) => !file.path.startsWith('libs/bus/'))
    .filter((file) => file.imports.some((specifier) => /^@nats-io\/|^nats$/.test(specifier)));
  expect(broken.map((file) => file.path)).toEqual([]);
});

test('only persistence imports the generated database client', () => {
  const broken = sources
    .filter((file) => file.path.startsWith('apps/') && !/\/src\/persistence\//.test(file.path))
    .filter((file) => file.imports.some((specifier) => /generated|@prisma\//.test(specifier)));
  expect(broken.map((file) => file.path)).toEqual([]);
});

test('an app never imports another app, and no library imports an app', () => {
  const apps = new Map(
    workspaces()
      .filter((w) => w.folder.startsWith('apps/'))
      .map((w) => [w.name, w.folder]),
  );
  const broken = sources.flatMap((file) =>
    file.imports
      .filter((specifier) => leavesItsPackage(file, specifier) || importsForeignApp(file, specifier, apps))
      .map((specifier) => `${file.path}: ${specifier}`),
  );
  expect(broken).toEqual([]);
});

test('a package imports only what its own package.json declares', () => {
  const root = new Set(['@jest/globals', 'fast-check', 'typescript', 'playwright-core']);
  const broken = workspaces().flatMap((workspace) => {
    const declared = new Set([...workspace.dependencies, ...workspace.devDependencies, workspace.name]);
    return sources
      .filter((file) => file.path.startsWith(`${workspace.folder}/`))
      .flatMap((file) =>
        [...new Set(file.imports.map(packageOf))]
          .filter(
            (name) => name !== null && !declared.has(name) && !(root.has(name) && mayUseRootTools(file)),
          )
          .map((name) => `${file.path}: ${name}`),
      );
  });
  expect(broken).toEqual([]);
});

test('production code of a package imports nothing that is declared for its tests only', () => {
  const broken = workspaces().flatMap((workspace) => {
    const testOnly = new Set(workspace.devDependencies.filter((name) => name.startsWith('@meridian/')));
    return production
      .filter((file) => file.path.startsWith(`${workspace.folder}/src/`) && workspace.folder !== 'apps/web')
      .flatMap((file) =>
        file.imports.filter((s) => testOnly.has(packageOf(s) ?? '')).map((s) => `${file.path}: ${s}`),
      );
  });
  expect(broken).toEqual([]);
});

test('the packages depend on each other without a cycle', () => {
  const graph = new Map(
    workspaces().map((w) => [w.name, w.dependencies.filter((name) => name.startsWith('@meridian/'))]),
  );
  expect(findCycle(graph)).toEqual([]);
});

test('no folder is a dumping ground and no file hides behind a default export', () => {
  const dumping = /\/(common|utils?|shared|helpers?|core|misc|types|interfaces)\//;
  expect(sources.map((file) => file.path).filter((path) => dumping.test(path))).toEqual([]);
  const defaults = sources.filter((file) => /^export default /m.test(file.text)).map((file) => file.path);
  expect(defaults.filter((path) => !/vite\.config\.ts$|prisma\.config\.ts$/.test(path))).toEqual([]);
});

test('no test is focused, skipped or built on module mocks', () => {
  const marks = new RegExp(
    ['\\.only\\(', '\\.skip\\(', '\\.todo\\(', 'jest\\.mock\\(', 'unstable_mockModule'].join('|'),
  );
  const broken = sources.filter((file) => marks.test(file.text) && !file.path.endsWith('borders.test.ts'));
  expect(broken.map((file) => file.path)).toEqual([]);
});

/** Threads belong to the machine: they run pure code but are none. */
const THREADS = /^libs\/[^/]+\/src\/threads\//;

function isPure(file: SourceFile): boolean {
  if (THREADS.test(file.path)) return false;
  return (
    /^apps\/[^/]+\/src\/domain\//.test(file.path) ||
    PURE_LIBS.some((lib) => file.path.startsWith(`libs/${lib}/src/`))
  );
}

function allowedInPureCode(file: SourceFile, specifier: string): boolean {
  if (specifier.endsWith('/threads')) return false;
  if (!specifier.startsWith('.')) return PURE_PACKAGES.has(packageOf(specifier) ?? '');
  const target = join(dirname(file.path), specifier);
  const room =
    /^apps\/[^/]+\/src\/domain\//.exec(file.path)?.[0] ?? /^libs\/[^/]+\/src\//.exec(file.path)?.[0] ?? '';
  return target.startsWith(room);
}

function leavesItsPackage(file: SourceFile, specifier: string): boolean {
  if (!specifier.startsWith('.')) return false;
  const own = workspaces().find((workspace) => file.path.startsWith(`${workspace.folder}/`));
  return own !== undefined && !join(dirname(file.path), specifier).startsWith(`${own.folder}/`);
}

function importsForeignApp(file: SourceFile, specifier: string, apps: ReadonlyMap<string, string>): boolean {
  const folder = apps.get(packageOf(specifier) ?? '');
  return folder !== undefined && !file.path.startsWith(`${folder}/`);
}

/** Tests may use the root's test tools; the test package may also read sources with the compiler. */
function mayUseRootTools(file: SourceFile): boolean {
  return isTest(file) || file.path.startsWith('test/');
}

function findCycle(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): string[] => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return [];
    for (const next of graph.get(name) ?? []) {
      const cycle = visit(next, [...path, name]);
      if (cycle.length > 0) return cycle;
    }
    done.add(name);
    return [];
  };
  for (const name of graph.keys()) {
    const cycle = visit(name, []);
    if (cycle.length > 0) return cycle;
  }
  return [];
}
