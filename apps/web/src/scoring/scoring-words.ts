import type { OrderSwap, ScoringModelFigures, WeightRange } from '@meridian/contracts-budgeting';

/** `79.000000` as `79`, `78.333333` as `78.33`. */
export function scoreWords(score: string): string {
  return Number(score).toLocaleString(undefined, { maximumFractionDigits: 2 });
}

/** A share from 0 to 1 in per cent, to a hundredth of one. */
export function shareWords(share: string): string {
  return Number(share).toLocaleString(undefined, { style: 'percent', maximumFractionDigits: 2 });
}

export const missingWords: Readonly<Record<ScoringModelFigures['missing'], string>> = {
  incomplete: 'not ranked while a score is missing',
  rescale: 'scored on the other criteria, their weights filled up',
  worst: 'a missing score counts as the worst',
  neutral: 'a missing score counts as the middle of the scale',
};

/** Where two neighbours change places: whoever is behind is ahead beyond that weight. */
export function swapWords(
  { ahead, behind, criterionId, weight, swapsAt, change }: OrderSwap,
  nameOf: ReadonlyMap<string, string>,
): string {
  const name = (id: string): string => nameOf.get(id) ?? id;
  if (Number(change) === 0) return `${name(ahead)} and ${name(behind)} score the same.`;
  const way = change.startsWith('-') ? 'less' : 'more';
  return `${name(behind)} overtakes ${name(ahead)} when “${name(criterionId)}” weighs ${way} than ${shareWords(swapsAt)} (now ${shareWords(weight)}).`;
}

/** Whether no weight of the criterion changes the choice. */
export function isFree({ from, to }: WeightRange): boolean {
  return Number(from) === 0 && Number(to) === 1;
}
