import { describe, expect, test } from '@jest/globals';
import { levelOn, requireRecordable, skillKey, skillState } from './skill.js';

const TODAY = '2026-11-23';
const certificate = (validUntil: string | null, level = 3) => ({ level, validUntil });

test('a certificate counts up to its last day, is flagged sixty days before, and is nothing afterwards', () => {
  expect(skillState(certificate('2027-01-23'), TODAY)).toBe('valid');
  expect(skillState(certificate('2027-01-22'), TODAY)).toBe('expiring');
  expect(skillState(certificate(TODAY), TODAY)).toBe('expiring');
  expect(skillState(certificate('2026-11-22'), TODAY)).toBe('expired');
  expect(levelOn(certificate(TODAY), TODAY)).toBe(3);
  expect(levelOn(certificate('2026-11-22'), TODAY)).toBe(0);
});

test('what has no end does not expire, and what nobody can do is no skill', () => {
  expect(skillState(certificate(null), TODAY)).toBe('valid');
  expect(levelOn(certificate(null), '2099-01-01')).toBe(3);
  expect(skillState(certificate(null, 0), TODAY)).toBe('none');
});

test('a skill is the same however it is written', () => {
  expect(skillKey('  GAMP  5 ')).toBe(skillKey('gamp 5'));
  expect(skillKey('Java')).not.toBe(skillKey('JavaScript'));
});

describe('a skill is recorded', () => {
  const refused = (code: string) => expect.objectContaining({ code });

  test('with evidence, unless it says that there is none', () => {
    expect(() => requireRecordable({ ...certificate(null), evidence: ' ' }, TODAY)).toThrow(
      refused('resourcing/skill-without-evidence'),
    );
    expect(() => requireRecordable({ ...certificate(null, 0), evidence: null }, TODAY)).not.toThrow();
  });

  test('to count today at least', () => {
    expect(() => requireRecordable({ ...certificate('2026-11-22'), evidence: 'TUV 1' }, TODAY)).toThrow(
      refused('resourcing/skill-already-expired'),
    );
    expect(() => requireRecordable({ ...certificate(TODAY), evidence: 'TUV 1' }, TODAY)).not.toThrow();
  });
});
