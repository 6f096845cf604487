import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { linkModules } from './linked-modules.js';
import { workspacePackages } from './workspace-packages.js';

let root = '';

beforeAll(async () => {
  root = await realpath(await mkdtemp(join(tmpdir(), 'meridian-previous-')));
  await put('installed/node_modules/pg/index.js', 'outside');
  await put('installed/node_modules/@nestjs/core/index.js', 'outside');
  await put('installed/node_modules/@meridian/bus/index.js', 'present');
  await put('installed/node_modules/@meridian/levelling/index.js', 'present');
  await put('old/package.json', JSON.stringify({ workspaces: ['libs/*', 'libs/contracts/*', 'test'] }));
  await put('old/libs/bus/package.json', JSON.stringify({ name: '@meridian/bus' }));
  await put('old/libs/bus/index.js', 'previous');
  await put(
    'old/libs/contracts/projects/package.json',
    JSON.stringify({ name: '@meridian/contracts-projects' }),
  );
  await put('old/test/package.json', JSON.stringify({ name: '@meridian/test' }));
});

afterAll(() => rm(root, { recursive: true, force: true }));

test('the packages of a tree are those its workspaces name, folders without a package are none', async () => {
  expect(Object.fromEntries(await workspacePackages(join(root, 'old')))).toEqual({
    '@meridian/bus': 'libs/bus',
    '@meridian/contracts-projects': 'libs/contracts/projects',
    '@meridian/test': 'test',
  });
});

test('the previous release finds its own packages and everything else as it is installed', async () => {
  await linkModules(join(root, 'installed'), join(root, 'old'));
  const text = (path: string) => readFile(join(root, 'old/node_modules', path), 'utf8');
  expect(await text('@meridian/bus/index.js')).toBe('previous');
  expect(await text('pg/index.js')).toBe('outside');
  expect(await text('@nestjs/core/index.js')).toBe('outside');
  await expect(text('@meridian/levelling/index.js')).rejects.toThrow('ENOENT'); // it came later
});

async function put(path: string, text: string): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}
