import { minorToWire } from '@meridian/money';
import type { Figure, MissingReason } from '../earned-value/figure.js';
import { COST_METHODS, FINISH_METHODS } from './forecast-methods.js';
import type { CostMethod, FinishFigureMethod, MethodNote } from './forecast-methods.js';
import type { ProjectForecasts, Spread } from './forecast-range.js';
import { LEAST_CLASS } from './reference-class.js';
import type { ReferenceClass } from './reference-class.js';

/** Figures as they travel and as they are kept; amounts are text of minor units. */
export interface WireFigure extends MethodNote {
  readonly of: 'cost' | 'finish';
  readonly method: string;
  readonly isDefault: boolean;
  readonly amountMinor?: string;
  readonly lowMinor?: string;
  readonly highMinor?: string;
  readonly finish?: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly notAvailable?: string;
}

export interface WireForecasts {
  readonly plannedFinish?: string;
  readonly lowestMinor?: string;
  readonly highestMinor?: string;
  readonly earliest?: string;
  readonly latest?: string;
  readonly figures: readonly WireFigure[];
}

/** All figures with their formulas, sources and reasons, and between what they lie. */
export function forecastsOnWire(forecasts: ProjectForecasts, reference: ReferenceClass): WireForecasts {
  const { cost, finish, defaultCost, defaultFinish, plannedFinish } = forecasts;
  const noted = (note: MethodNote, method: string): MethodNote =>
    method === 'reference-class' ? { ...note, source: `${note.source}; ${sizeOf(reference)}` } : note;
  const costs = (Object.entries(cost) as [CostMethod, Figure<Spread<bigint>>][]).map(
    ([method, figure]): WireFigure => ({
      of: 'cost',
      method,
      ...noted(COST_METHODS[method], method),
      isDefault: method === defaultCost,
      ...shown(figure, ({ value, low, high }) => ({
        amountMinor: minorToWire(value),
        ...(low === undefined ? {} : { lowMinor: minorToWire(low) }),
        ...(high === undefined ? {} : { highMinor: minorToWire(high) }),
      })),
    }),
  );
  const finishes = (Object.entries(finish) as [FinishFigureMethod, Figure<Spread<string>>][]).map(
    ([method, figure]): WireFigure => ({
      of: 'finish',
      method,
      ...noted(FINISH_METHODS[method], method),
      isDefault: method === defaultFinish,
      ...shown(figure, ({ value, low, high }) => ({
        finish: value,
        ...(low === undefined ? {} : { earliest: low }),
        ...(high === undefined ? {} : { latest: high }),
      })),
    }),
  );
  const figures = [...costs, ...finishes];
  return { ...(plannedFinish === undefined ? {} : { plannedFinish }), ...boundsOf(figures), figures };
}

/** Between what all values lie; the intervals of a method are its own. */
function boundsOf(figures: readonly WireFigure[]) {
  const amounts = figures.flatMap(({ amountMinor }) =>
    amountMinor === undefined ? [] : [BigInt(amountMinor)],
  );
  const dates = figures.flatMap(({ finish }) => finish ?? []).sort();
  const [least, ...rest] = amounts;
  return {
    ...(least === undefined
      ? {}
      : {
          lowestMinor: minorToWire(rest.reduce((low, amount) => (amount < low ? amount : low), least)),
          highestMinor: minorToWire(rest.reduce((high, amount) => (amount > high ? amount : high), least)),
        }),
    ...(dates.length === 0 ? {} : { earliest: dates[0] as string, latest: dates.at(-1) as string }),
  };
}

function shown<T, W>(figure: Figure<T>, write: (value: T) => W): W | { readonly notAvailable: string } {
  return figure.state === 'available'
    ? write(figure.value)
    : { notAvailable: REASONS[figure.reason] ?? figure.reason };
}

function sizeOf({ size, of }: ReferenceClass): string {
  return `${size} closed projects of the ${of}`;
}

const REASONS: Readonly<Partial<Record<MissingReason, string>>> = {
  'no-budget': 'No budget was approved.',
  'no-planned-value': 'No work is planned to be done by now, or the plan carries no budget.',
  'no-earned-value': 'Nothing was earned yet, so no rate is known at which the rest would go.',
  'no-actual-cost': 'Nothing was spent yet, so no cost performance is known.',
  'labour-withheld': 'Too much of the labour is of too few people to be shown.',
  'no-recent-periods': 'Fewer than three status dates were reported.',
  'no-bottom-up-estimate': 'Nobody gave a new estimate of the rest.',
  'no-time-elapsed': 'The project has not begun.',
  'no-schedule': 'No plan was adopted, so there is no schedule to compute anew.',
  'no-simulation': 'The schedule was not simulated.',
  'too-few-closed-projects': `Fewer than ${LEAST_CLASS} projects of the house are closed with cost and dates.`,
  'beyond-a-century': 'At this rate the work would take more than a century.',
};
