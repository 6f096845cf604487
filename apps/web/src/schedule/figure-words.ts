import type { QualityFigure, QualityVariant } from '@meridian/contracts-projects';
import { formatCount } from '../money/format-money.js';

type Counted = Pick<QualityVariant, 'value' | 'count' | 'atMost' | 'atLeast'>;
/** DCMA points that are no shares: 9 counts tasks, 12 is a test, 13 and 14 are indices. */
const [invalidDates, criticalPathTest, firstIndex] = [9, 12, 13];

/** A figure as people read it: a share in percent, an index with two places, a test in a word. */
export function figureWords(figure: Counted & Pick<QualityFigure, 'point'>, point = figure.point): string {
  const { value } = figure;
  if (value === undefined) return '–';
  if (point === invalidDates) return formatCount(value);
  if (point === criticalPathTest) return value >= (figure.atLeast ?? 1) ? 'moves' : 'does not move';
  return point !== undefined && point >= firstIndex ? twoPlaces(value) : percent(value);
}

export function thresholdWords(figure: Counted & Pick<QualityFigure, 'point'>): string {
  const { point, atMost, atLeast } = figure;
  if (point === criticalPathTest) return 'the finish moves as much as a critical task';
  const words = (limit: number) =>
    point === invalidDates
      ? formatCount(limit)
      : point !== undefined && point >= firstIndex
        ? twoPlaces(limit)
        : percent(limit);
  return atMost !== undefined ? `at most ${words(atMost)}` : `at least ${words(atLeast ?? 0)}`;
}

function percent(share: number): string {
  return new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

function twoPlaces(index: number): string {
  return new Intl.NumberFormat(undefined, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(
    index,
  );
}
