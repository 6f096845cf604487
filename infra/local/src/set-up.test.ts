import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from '@jest/globals';

const { oneAtATime } = (await setUpFile('one-at-a-time')) as {
  oneAtATime: <T>(lockFile: string, work: () => Promise<T>) => Promise<T>;
};
const { fingerprint } = (await setUpFile('files')) as { fingerprint: (paths: string[]) => Promise<string> };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'meridian-set-up-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** Plain JavaScript, because it runs before anything is compiled. */
function setUpFile(name: string): Promise<unknown> {
  return import(new URL(`../set-up/${name}.mjs`, import.meta.url).href);
}

test('two set-ups at the same time work one after the other', async () => {
  const lockFile = join(folder, 'set-up.lock');
  let atWork = 0;
  let most = 0;
  const work = async () => {
    atWork += 1;
    most = Math.max(most, atWork);
    await writeFile(join(folder, 'made'), 'by one of them');
    atWork -= 1;
  };
  await Promise.all([oneAtATime(lockFile, work), oneAtATime(lockFile, work), oneAtATime(lockFile, work)]);
  expect(most).toBe(1);
  await expect(stat(lockFile)).rejects.toThrow('ENOENT');
});

test('the lock of a killed set-up is taken over', async () => {
  const lockFile = join(folder, 'set-up.lock');
  await writeFile(lockFile, String(2 ** 22 + 1));
  expect(await oneAtATime(lockFile, () => Promise.resolve('done'))).toBe('done');
});

test('a failed set-up gives the lock back', async () => {
  const lockFile = join(folder, 'set-up.lock');
  await expect(oneAtATime(lockFile, () => Promise.reject(new Error('no disk')))).rejects.toThrow('no disk');
  expect(await oneAtATime(lockFile, () => Promise.resolve('done'))).toBe('done');
});

test('sources count as changed when one is added, written or removed, not when something is built', async () => {
  const source = join(folder, 'src/a.ts');
  await mkdir(join(folder, 'src/dist'), { recursive: true });
  await writeFile(source, 'one');
  const first = await fingerprint([folder]);
  await writeFile(join(folder, 'src/dist/a.js'), 'built');
  expect(await fingerprint([folder])).toBe(first);
  await writeFile(source, 'longer');
  const second = await fingerprint([folder]);
  expect(second).not.toBe(first);
  await writeFile(join(folder, 'src/b.ts'), 'two');
  expect(await fingerprint([folder])).not.toBe(second);
  await rm(join(folder, 'src/b.ts'));
  expect(await fingerprint([folder])).toBe(second);
});

test('every command that package.json names leads to a file', async () => {
  const root = new URL('../../../', import.meta.url);
  const { scripts } = JSON.parse(await readFile(new URL('package.json', root), 'utf8')) as {
    scripts: Record<string, string>;
  };
  for (const script of Object.values(scripts)) {
    const file = /^node (\S+)/.exec(script)?.[1];
    expect((await stat(new URL(file ?? '', root))).isFile()).toBe(true);
  }
});
