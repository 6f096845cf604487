import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { isTest, ROOT, sourcesBelow, workspaces } from '../architecture/source-tree.js';

const CODE = /['"`]([a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*)['"`]/g;
const LISTED = /^\|\s*`([a-z-]+\/[a-z0-9-]+)`/gm;
const owners = workspaces()
  .filter((w) => /^(apps|libs)\/[^/]+$/.test(w.folder) && w.folder !== 'apps/web')
  .map((w) => ({ folder: w.folder, name: w.folder.split('/')[1] ?? '' }));

test('the search finds refusal codes at all', () => {
  expect(owners.flatMap(({ folder, name }) => codesUsed(folder, name)).length).toBeGreaterThan(20);
});

test.each(owners)('every refusal of $folder is listed in its README, and no other', ({ folder, name }) => {
  const used = codesUsed(folder, name);
  const readme = `${ROOT}${folder}/README.md`;
  const text = existsSync(readme) ? readFileSync(readme, 'utf8') : '';
  const listed = [...text.matchAll(LISTED)].map((match) => match[1] ?? '');
  expect([...new Set(listed)].sort()).toEqual([...new Set(used)].sort());
});

/** String literals of the form `<owner>/<code>` in a file that refuses. */
function codesUsed(folder: string, owner: string): string[] {
  return sourcesBelow(`${folder}/src`)
    .filter((file) => !isTest(file) && /Refusal/.test(file.text))
    .flatMap((file) => [...file.text.matchAll(CODE)].map((match) => match[1] ?? ''))
    .filter((code) => code.startsWith(`${owner}/`));
}
