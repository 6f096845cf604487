import { expect, test } from '@jest/globals';
import { gateThatWaits } from './waits-for-sponsor.js';

const gate = (name: string, decision: string | null) => ({
  name,
  decision,
  state: decision === null ? 'planned' : 'decided',
});

test('of the gates of a project the first that is not decided waits, one on hold as well', () => {
  const waits = (...decisions: (string | null)[]) =>
    gateThatWaits(decisions.map((decision, at) => gate(`G${at}`, decision)))?.name;
  expect(waits('go', null, null)).toBe('G1');
  expect(waits('go', 'hold', null)).toBe('G1');
  expect(waits('go', 'go')).toBeUndefined();
  expect(waits('go', 'kill', null)).toBeUndefined();
});
