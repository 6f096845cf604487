import { describe, expect, test } from '@jest/globals';
import { readersOf, requireDayToCome, stateAfterWord } from './concern.js';

const circle = { raiser: 'ines', lineManagerId: 'ada', namedPersonId: 'ole', hrPartnerIds: ['ines', 'hana'] };
const refused = (code: string) => expect.objectContaining({ code });
const saying = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('a concern goes', () => {
  test.each([
    { confidentiality: 'open', readers: ['ada'] },
    { confidentiality: 'line-manager', readers: ['ada'] },
    { confidentiality: 'named-person', readers: ['ole'] },
    { confidentiality: 'hr-partner', readers: ['hana'] },
  ] as const)('as $confidentiality to $readers', ({ confidentiality, readers }) => {
    expect(readersOf(confidentiality, circle)).toEqual(readers);
  });

  test('to somebody: not to who raised it, and not to nobody', () => {
    const alone = { raiser: 'ines', lineManagerId: null, namedPersonId: 'ines', hrPartnerIds: ['ines'] };
    for (const level of ['open', 'line-manager', 'named-person', 'hr-partner'] as const) {
      expect(saying(() => readersOf(level, alone))).toEqual(refused('resourcing/nobody-to-read'));
    }
  });
});

test('it is answered by who it went to, not by a word of another one, and takes none when it is closed', () => {
  expect(stateAfterWord('open', true)).toBe('answered');
  expect(stateAfterWord('open', false)).toBe('open');
  expect(stateAfterWord('answered', false)).toBe('answered');
  expect(saying(() => stateAfterWord('closed', true))).toEqual(refused('resourcing/concern-closed'));
});

test('it can be answered today, not yesterday', () => {
  expect(() => requireDayToCome('2026-11-23', '2026-11-23')).not.toThrow();
  expect(saying(() => requireDayToCome('2026-11-22', '2026-11-23'))).toEqual(
    refused('resourcing/day-is-over'),
  );
});
