import { expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { isTest, ROOT, sourcesBelow, withoutComments, workspaces } from '../architecture/source-tree.js';

const CODE = /['"`]([a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*)['"`]/g;
/** The first cell of a table row: one code, or several of the same status. */
const FIRST_CELL = /^\|([^|]*)\|/gm;
const LISTED = /`([a-z]+(?:-[a-z]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*)`/g;
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
  const cells = [...text.matchAll(FIRST_CELL)].map((match) => match[1] ?? '').join('\n');
  const listed = [...cells.matchAll(LISTED)]
    .map((match) => match[1] ?? '')
    .filter((code) => code.startsWith(`${name}/`));
  expect([...new Set(listed)].sort()).toEqual([...new Set(used)].sort());
});

/** String literals of the form `<owner>/<code>` in a file that refuses. */
function codesUsed(folder: string, owner: string): string[] {
  return sourcesBelow(`${folder}/src`)
    .filter((file) => !isTest(file) && /Refusal|Problem/.test(file.text))
    .flatMap((file) => [...withoutComments(file.text).matchAll(CODE)].map((match) => match[1] ?? ''))
    .filter((code) => code.startsWith(`${owner}/`));
}
