import type { ForecastFigure, ForecastRange } from '@meridian/contracts-budgeting';
import { dayToMs } from '../dates/format-day.js';

const words: Readonly<Record<string, string>> = {
  'cost-index': 'As cost ran so far',
  'planned-rate': 'The rest as planned',
  'recent-cost-index': 'As cost ran lately',
  'weighted-indices': 'Cost and schedule, weighted',
  'cost-and-schedule-index': 'Cost and schedule together',
  'bottom-up': 'Estimated anew',
  'certain-cost': 'Certain at least',
  'reference-class': 'Projects like it',
  network: 'The schedule',
  simulation: 'Simulated (Monte Carlo)',
  'earned-schedule-1': 'Earned schedule, rest as planned',
  'earned-schedule-2': 'Earned schedule, as it ran',
  'earned-schedule-3': 'Earned schedule, with cost',
  'planned-value-1': 'Planned value, rest as planned',
  'planned-value-2': 'Planned value, as it ran',
  'planned-value-3': 'Planned value, with cost',
  'earned-duration-1': 'Earned duration, rest as planned',
  'earned-duration-2': 'Earned duration, as it ran',
  'earned-duration-3': 'Earned duration, with cost',
};

export function methodWords(method: string): string {
  return words[method] ?? method.replaceAll('-', ' ');
}

/** A method on the scale of its chart: cost in minor units, a finish as the UTC midnight of its day. */
export interface ForecastMark {
  readonly figure: ForecastFigure;
  readonly at: number;
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Methods that say something, from the least to the most; and those that do not. */
export function forecastMarks(
  { figures }: Pick<ForecastRange, 'figures'>,
  of: ForecastFigure['of'],
): { readonly marks: readonly ForecastMark[]; readonly silent: readonly ForecastFigure[] } {
  const own = figures.filter((figure) => figure.of === of);
  const marks = own.flatMap((figure) => {
    const at = placeOf(figure.amountMinor, figure.finish);
    if (at === undefined) return [];
    return [
      {
        figure,
        at,
        low: placeOf(figure.lowMinor, figure.earliest),
        high: placeOf(figure.highMinor, figure.latest),
      },
    ];
  });
  return {
    marks: marks.sort((one, other) => one.at - other.at),
    silent: own.filter(({ amountMinor, finish }) => amountMinor === undefined && finish === undefined),
  };
}

function placeOf(minor: string | undefined, day: string | undefined): number | undefined {
  if (minor !== undefined) return Number(minor);
  return day === undefined ? undefined : dayToMs(day);
}
