import type { SkillLine, SkillMatrixCell } from '@meridian/contracts-resourcing';
import { formatNear } from '../dates/format-day.js';
import type { HealthState } from '../health/health-state.js';

/** What the levels mean. */
export const levelWords = ['none', 'begins', 'with help', 'alone', 'teaches', 'sets the rules'] as const;

export function levelWord(level: number): string {
  return levelWords[level] ?? String(level);
}

interface Lasting {
  readonly state: SkillLine['state'];
  readonly validUntil?: string | undefined;
}

/** How long a skill counts, as a state with its words. */
export function lastingState(
  { state, validUntil }: Lasting,
  today: string,
): { state: HealthState; word: string } {
  if (state === 'none') return { state: 'unknown', word: 'None' };
  if (state === 'expired') return { state: 'off-track', word: `Expired ${near(validUntil, today)}` };
  if (state === 'expiring') return { state: 'at-risk', word: `Ends ${near(validUntil, today)}` };
  return {
    state: 'on-track',
    word: validUntil === undefined ? 'Counts' : `Counts until ${near(validUntil, today)}`,
  };
}

function near(day: string | undefined, today: string): string {
  return day === undefined ? 'soon' : formatNear(day, today);
}

/** Those whose skill, name or unit has the text, grouped by skill. */
export function skillGroups(
  cells: readonly SkillMatrixCell[],
  text: string,
): readonly { readonly skill: string; readonly cells: readonly SkillMatrixCell[] }[] {
  const wanted = text.trim().toLowerCase();
  const groups = new Map<string, SkillMatrixCell[]>();
  for (const cell of cells) {
    const words = `${cell.skill} ${cell.personName} ${cell.orgUnit}`.toLowerCase();
    if (!words.includes(wanted)) continue;
    groups.set(cell.skill, [...(groups.get(cell.skill) ?? []), cell]);
  }
  return [...groups].map(([skill, found]) => ({ skill, cells: found }));
}
