import type { EarnedValueMethodSetV2 } from '@meridian/contracts-budgeting';
import { formatDay } from '../dates/format-day.js';

export type EarningMethod = EarnedValueMethodSetV2['method'];

export const methodWords: Readonly<Record<EarningMethod, string>> = {
  'percent-complete': 'Percent complete',
  'zero-hundred': '0/100: all at the finish',
  'fifty-fifty': '50/50: half at the start, half at the finish',
  'weighted-milestones': 'Weighted milestones',
  physical: 'Quantity done of quantity planned',
  'agile-points': 'Points accepted of points planned',
  'level-of-effort': 'Level of effort: as planned',
  apportioned: 'Apportioned: as another task earns',
};

/** What was recorded of a part, as it counts now; empty for a method that needs nothing recorded. */
export function recordedWords(set: EarnedValueMethodSetV2): string {
  const { method, milestones = [], quantityDone, quantityPlanned, unit, baseWbs, asOf } = set;
  const on = asOf === undefined ? '' : ` on ${formatDay(asOf)}`;
  if (method === 'weighted-milestones') {
    const reached = milestones.filter(({ reachedOn }) => reachedOn !== undefined);
    return `${reached.length} of ${milestones.length} reached, ${shareOf(milestones)} %${on}`;
  }
  if (method === 'physical' || method === 'agile-points') {
    const counted = unit ?? (method === 'agile-points' ? 'points' : '');
    return `${quantityDone} of ${quantityPlanned} ${counted}`.trimEnd() + on;
  }
  return method === 'apportioned' ? `WBS ${baseWbs}` : '';
}

/** The latest setting of each part, in the order of the plan. */
export function inForce(methods: readonly EarnedValueMethodSetV2[]): readonly EarnedValueMethodSetV2[] {
  const latest = new Map<string, EarnedValueMethodSetV2>();
  for (const set of methods) {
    const known = latest.get(set.wbs);
    if (known === undefined || known.version < set.version) latest.set(set.wbs, set);
  }
  return [...latest.values()].sort((a, b) => a.wbs.localeCompare(b.wbs, 'en', { numeric: true }));
}

/** The weight of what is reached among all weights, in per cent with at most one decimal. */
function shareOf(milestones: NonNullable<EarnedValueMethodSetV2['milestones']>): string {
  const sum = (some: typeof milestones): number => some.reduce((all, { weight }) => all + Number(weight), 0);
  const reached = sum(milestones.filter(({ reachedOn }) => reachedOn !== undefined));
  return String(Math.round((reached / sum(milestones)) * 1000) / 10);
}
