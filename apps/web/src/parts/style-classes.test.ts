import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from '@jest/globals';

/** Tests run compiled, from `dist`; the style sheets stand beside the sources. */
const SOURCES = join(process.cwd(), 'apps/web/src');

test('every class that a screen takes from a style sheet stands in it', () => {
  const screens = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.endsWith('.tsx'),
  );
  expect(screens.length).toBeGreaterThan(100);
  expect(screens.flatMap(missingIn)).toEqual([]);
});

function missingIn(path: string): readonly string[] {
  const screen = readFileSync(join(SOURCES, path), 'utf8');
  const sheets = screen.matchAll(/^import (\w+) from '(\.[^']+\.module\.css)';$/gm);
  return [...sheets].flatMap(([, name = '', file = '']) => {
    const sheet = readFileSync(join(SOURCES, dirname(path), file), 'utf8');
    const classes = new Set([...sheet.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, one]) => one));
    const used = [...screen.matchAll(new RegExp(`(?<![/\\w.])${name}\\.(\\w+)`, 'g'))].map(([, one]) => one);
    return used.filter((one) => !classes.has(one)).map((one) => `${path}: ${name}.${one}`);
  });
}
