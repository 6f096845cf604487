import { expect, test } from '@jest/globals';
import type { OfferedTemplateLine } from '@meridian/contracts-projects';
import { choicesOf, freeLines, partWords, stateWords } from './line-words.js';

const line = (of: Partial<OfferedTemplateLine>): OfferedTemplateLine => ({
  key: 'load',
  part: 'duration',
  name: 'Load',
  change: 'changed',
  state: 'open',
  ...of,
});

test('a line says what it is about', () => {
  expect(partWords(line({}))).toBe('Duration');
  expect(partWords(line({ part: 'task', change: 'added' }))).toBe('New task');
  expect(partWords(line({ part: 'task', change: 'removed' }))).toBe('Task no more');
});

test('only what is free is chosen beforehand; what was changed here is given up by name', () => {
  const lines = [line({}), line({ part: 'name', state: 'changed-here', here: 'Load it' })];
  expect([...freeLines(lines)]).toEqual(['duration load']);
  expect(stateWords(lines[1]!)).toBe('changed here: Load it');
  expect(choicesOf(lines, new Set(['duration load', 'name load']))).toEqual([
    { key: 'load', part: 'duration' },
    { key: 'load', part: 'name', overwrites: true },
  ]);
});
