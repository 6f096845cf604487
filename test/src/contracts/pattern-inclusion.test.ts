import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { patternEffect } from './pattern-inclusion.js';

test.each([
  ['^\\d{4}-\\d{2}-\\d{2}$', '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', 'same'],
  ['^-?\\d{1,18}$', '^-?\\d{1,20}$', 'widened'],
  ['^-?\\d{1,18}$', '^\\d{1,18}$', 'narrowed'],
  ['^-?\\d{1,18}$', '^-?\\d{1,15}(\\.\\d{1,6})?$', 'changed'],
  ['^\\d{1,15}$', '^\\d{1,15}(\\.\\d{1,6})?$', 'widened'],
  ['^[A-Z]{3}$', '^[A-Z]{3,4}$', 'widened'],
  ['^[A-Z]{3}$', '^(?:EUR|CHF|USD)$', 'narrowed'],
  ['^[A-Z]{3}$', '^[A-Z]{3}', 'widened'],
  ['^a+$', '^aa*$', 'same'],
  ['^[^a]$', '^\\d$', 'narrowed'],
  ['^\\w*$', '^[A-Za-z0-9_]*$', 'same'],
  ['^.$', '^[\\D\\d]$', 'widened'],
  ['^[a-c-]$', '^[a-d-]$', 'widened'],
  ['^\\d{4}-\\d{2}-\\d{2}$', '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$', 'changed'],
  ['^(?=a)a$', '^a$', 'changed'],
  ['^a\\b$', '^a$', 'changed'],
  ['^a|b$', '^[ab]$', 'changed'],
  ['a|b', '[ab]', 'same'],
  ['^(a|b)\\1$', '^aa$', 'changed'],
  ['^a\\$$', '^a\\$.*$', 'widened'],
])('from %s to %s the allowed texts are %s', (before, now, effect) => {
  expect(patternEffect(before, now)).toBe(effect);
});

const atom = fc.constantFrom('a', 'b', '[ab]', '[^a]', '\\d', 'c', '(?:ab|c)');
const term = fc
  .tuple(atom, fc.constantFrom('', '?', '*', '+', '{2}', '{1,3}'))
  .map(([one, times]) => one + times);
const pattern = fc.array(term, { minLength: 1, maxLength: 4 }).map((terms) => `^${terms.join('')}$`);
const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '1', '-'), { maxLength: 6 })
  .map((parts) => parts.join(''));

test('no text that is refused now was taken before when the gate says the pattern is wider, and the reverse', () => {
  fc.assert(
    fc.property(pattern, pattern, fc.array(text, { minLength: 20, maxLength: 40 }), (before, now, texts) => {
      const effect = patternEffect(before, now);
      for (const one of texts) {
        const [was, is] = [new RegExp(before).test(one), new RegExp(now).test(one)];
        if (effect === 'same') expect(is).toBe(was);
        if (effect === 'widened' && was) expect(is).toBe(true);
        if (effect === 'narrowed' && is) expect(was).toBe(true);
      }
    }),
    { numRuns: 2_000, seed: 7 },
  );
});

test('a pattern with one way more holds all it held', () => {
  fc.assert(
    fc.property(pattern, pattern, (before, other) => {
      const both = `^(?:${before.slice(1, -1)}|${other.slice(1, -1)})$`;
      expect(['same', 'widened']).toContain(patternEffect(before, both));
    }),
    { numRuns: 500, seed: 7 },
  );
});
