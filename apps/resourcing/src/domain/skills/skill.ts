import { Refusal } from '@meridian/refusal';
import { nameKey } from '../name-key.js';
import { dateAfter } from '../weeks.js';

export type SkillState = 'none' | 'valid' | 'expiring' | 'expired';

/** 0 none, 1 begins, 2 with help, 3 alone, 4 teaches, 5 sets the rules. */
export interface SkillAsRecorded {
  readonly level: number;
  /** The last day on which it counts; `null` without end. */
  readonly validUntil: string | null;
}

/** A skill is announced to end this many days before its last day: time enough to renew a certificate. */
export const EXPIRES_SOON_DAYS = 60;

export function skillState({ level, validUntil }: SkillAsRecorded, today: string): SkillState {
  if (level === 0) return 'none';
  if (validUntil === null) return 'valid';
  if (validUntil < today) return 'expired';
  return validUntil <= dateAfter(today, EXPIRES_SOON_DAYS) ? 'expiring' : 'valid';
}

/** What counts on a day: nothing once it is expired. */
export function levelOn({ level, validUntil }: SkillAsRecorded, day: string): number {
  return validUntil !== null && validUntil < day ? 0 : level;
}

/** The same skill however it is written: `GAMP 5` and `gamp  5`. */
export function skillKey(name: string): string {
  return nameKey(name);
}

/** @throws Refusal when a level has no evidence, or one that is to hold from today on has ended before */
export function requireRecordable(
  { level, validUntil, evidence }: SkillAsRecorded & { readonly evidence: string | null },
  today: string,
): void {
  if (level > 0 && (evidence ?? '').trim() === '') {
    throw new Refusal(
      'resourcing/skill-without-evidence',
      `Level ${level} needs evidence: a certificate, an examination, or work that shows it.`,
      { kind: 'unprocessable' },
    );
  }
  if (validUntil !== null && validUntil < today) {
    throw new Refusal(
      'resourcing/skill-already-expired',
      `validUntil is ${validUntil}; what is recorded holds from ${today} on.`,
      { kind: 'unprocessable' },
    );
  }
}
