import { readdirSync, readFileSync, existsSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** The repository's root folder, wherever the compiled test lies. */
export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

export interface SourceFile {
  /** Path from the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  /** Module specifiers of static and dynamic imports and exports, `import type` included. */
  readonly imports: readonly string[];
}

export interface Workspace {
  readonly folder: string;
  readonly name: string;
  readonly dependencies: readonly string[];
  readonly devDependencies: readonly string[];
}

const SKIPPED = new Set(['node_modules', 'dist', 'generated', '.meridian', '.git', 'coverage']);

/** All TypeScript sources below a folder of the repository. A package that is no workspace is a guest and has its own rules. */
export function sourcesBelow(folder: string): SourceFile[] {
  const found: SourceFile[] = [];
  const own = new Set(workspaces().map((workspace) => join(ROOT, workspace.folder)));
  const isGuest = (path: string): boolean => existsSync(join(path, 'package.json')) && !own.has(path);
  const start = join(ROOT, folder);
  if (!existsSync(start)) return found;
  const visit = (directory: string): void => {
    for (const entry of readdirSync(directory, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue;
      const path = join(directory, entry.name);
      if (entry.isDirectory() && !isGuest(path)) visit(path);
      else if (/\.tsx?$/.test(entry.name)) found.push(readSource(path));
    }
  };
  visit(start);
  return found;
}

/** The npm workspaces of the repository with what they declare. */
export function workspaces(): Workspace[] {
  const folders = ['apps', 'libs', 'libs/contracts'].flatMap((parent) =>
    readdirSync(join(ROOT, parent), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && existsSync(join(ROOT, parent, entry.name, 'package.json')))
      .map((entry) => `${parent}/${entry.name}`),
  );
  return [...folders, 'infra/local', 'test'].map((folder) => {
    const manifest = JSON.parse(readFileSync(join(ROOT, folder, 'package.json'), 'utf8'));
    return {
      folder,
      name: manifest.name,
      dependencies: Object.keys(manifest.dependencies ?? {}),
      devDependencies: Object.keys(manifest.devDependencies ?? {}),
    };
  });
}

export const isTest = (file: SourceFile): boolean => /\.test\.tsx?$/.test(file.path);

/** The package part of a module specifier: `@scope/name` or `name`; null for relative, built-in and bundler-made modules. */
export function packageOf(specifier: string): string | null {
  if (/^(\.|node:|virtual:)/.test(specifier)) return null;
  const [first, second] = specifier.split('/');
  return first?.startsWith('@') ? `${first}/${second}` : (first ?? null);
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8');
  const { importedFiles } = ts.preProcessFile(text, true, true);
  return {
    path: relative(ROOT, path).split(sep).join('/'),
    text,
    imports: importedFiles.map((imported) => imported.fileName),
  };
}

/** The text of a file without its comments. */
export function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
}
