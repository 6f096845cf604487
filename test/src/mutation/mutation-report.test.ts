import { describe, expect, test } from '@jest/globals';
import { mutationFigures, mutationMarkdown, survivors } from './mutation-report.js';
import type { Mutant } from './mutation-report.js';
import { mutationTarget } from './mutation-targets.js';

const mutant = (status: Mutant['status'], more: Partial<Mutant> = {}): Mutant => ({
  file: 'libs/bus/src/protocol/lane.ts',
  line: 7,
  mutator: 'EqualityOperator',
  original: 'a || b',
  replacement: 'a && b',
  status,
  ...more,
});

describe('the score', () => {
  test('counts what fails and what never ends as noticed, what no test reaches as not noticed', () => {
    const mutants = [
      mutant('killed'),
      mutant('killed'),
      mutant('timed-out'),
      mutant('survived'),
      mutant('not-covered'),
      mutant('left-out'),
    ];
    expect(mutationFigures(mutants)).toEqual({ killed: 2, timedOut: 1, survived: 2, score: 60 });
  });

  test('is never rounded up', () => {
    const mutants = [...Array.from({ length: 1_999 }, () => mutant('killed')), mutant('survived')];
    expect(mutationFigures(mutants).score).toBe(99.95);
    expect(mutationFigures([...mutants, ...mutants.slice(0, 1_000)]).score).toBe(99.96);
  });

  test('of nothing is nothing', () => {
    expect(mutationFigures([]).score).toBe(0);
  });
});

test('what was not noticed is listed by place, each with the reason that names its text', () => {
  const reason = {
    file: mutant('survived').file,
    original: 'a || b',
    replacement: 'a && b',
    reason: 'Equal.',
  };
  const left = survivors(
    [
      mutant('killed'),
      mutant('survived', { line: 9, replacement: 'a' }),
      mutant('survived'),
      mutant('not-covered', { file: 'libs/bus/src/protocol/a.ts' }),
    ],
    [reason],
  );
  expect(left.map(({ file, line, reason: why }) => [file.at(-4), line, why])).toEqual([
    ['a', 7, null],
    ['e', 7, 'Equal.'],
    ['e', 9, null],
  ]);
  const text = mutationMarkdown('Title', mutationFigures(left), left);
  expect(text).toContain('| libs/bus/src/protocol/lane.ts:7 | `a \\|\\| b` | `a && b` | Equal. |');
  expect(text).toContain('**no reason given**');
});

test('a package without a mutation test is refused with those that have one', () => {
  expect(mutationTarget('bus').package).toBe('libs/bus');
  expect(() => mutationTarget('web')).toThrow(
    /^"web" has no mutation test; npm run mutation -- takes one of .*\bbus\b/,
  );
});
