import type { JsonSchema } from '@meridian/bus';
import type { Change } from './value-changes.js';

const BOUNDS = [
  { keyword: 'minimum', what: 'its least value', isLower: true },
  { keyword: 'maximum', what: 'its greatest value', isLower: false },
  { keyword: 'minLength', what: 'its least length', isLower: true },
  { keyword: 'maxLength', what: 'its greatest length', isLower: false },
  { keyword: 'minItems', what: 'its least number of members', isLower: true },
  { keyword: 'maxItems', what: 'its greatest number of members', isLower: false },
] as const;

/** Limits that moved: a lower one that rises or an upper one that falls allows less. */
export function boundChanges(before: JsonSchema, now: JsonSchema): Change[] {
  return BOUNDS.flatMap(({ keyword, what, isLower }) => {
    const none = isLower ? -Infinity : Infinity;
    const old = (before[keyword] as number | undefined) ?? none;
    const young = (now[keyword] as number | undefined) ?? none;
    if (old === young) return [];
    const rose = young > old;
    return {
      kind: `${keyword}-${rose ? 'raised' : 'lowered'}`,
      found: `${what} was ${limit(old)} and is ${limit(young)}`,
      effect: rose === isLower ? ('narrowed' as const) : ('widened' as const),
    };
  });
}

function limit(value: number): string {
  return Number.isFinite(value) ? String(value) : 'unlimited';
}
