import type { VarianceEntry, VarianceRecord } from '@meridian/contracts-budgeting';
import { formatDay, formatSlip } from '../dates/format-day.js';
import type { HealthState } from '../health/health-state.js';
import { formatDeviation, formatMoney } from '../money/format-money.js';

/** Where it stands on its way: opened, explained, followed up until the action worked. */
export const variancePath = [
  { state: 'asked', word: 'Asks for an explanation' },
  { state: 'acting', word: 'Corrective action' },
  { state: 'closed', word: 'Closed' },
] as const;

export const outcomeWords = {
  'goes-on': 'goes on',
  worked: 'worked',
  'did-not-work': 'did not work',
} as const;

/** How far it is off, in its unit: `+14%`, `+12 d`. */
export function deviationWords(deviation: string, unit: VarianceRecord['unit']): string {
  return unit === 'percent' ? formatDeviation(Number(deviation)) : formatSlip(Math.round(Number(deviation)));
}

export function limitWords({ limit, unit }: Pick<VarianceRecord, 'limit' | 'unit'>): string {
  return unit === 'percent' ? `${Number(limit)}% is tolerated` : `${Number(limit)} days are tolerated`;
}

export function varianceState({ state, isBroken, isOverdue }: VarianceRecord): {
  readonly state: HealthState;
  readonly word: string;
} {
  if (state === 'closed') return { state: 'on-track', word: 'Closed' };
  if (isOverdue) return { state: 'off-track', word: 'Action overdue' };
  if (!isBroken) return { state: 'at-risk', word: 'Within tolerance again' };
  return state === 'asked'
    ? { state: 'off-track', word: 'To explain' }
    : { state: 'at-risk', word: 'Action under way' };
}

/** The last deviation that the forecast had. */
export function lastDeviation({ history }: Pick<VarianceRecord, 'history'>): string | undefined {
  return history.findLast(({ deviation }) => deviation !== undefined)?.deviation;
}

/** An entry of the history as a sentence. */
export function entrySentence(entry: VarianceEntry, unit: VarianceRecord['unit'], currency: string): string {
  const { kind, by, forecastBefore, forecast, cause, action, dueOn, outcome, note } = entry;
  const said = (text: string | undefined): string =>
    text === undefined
      ? '–'
      : /^\d{4}-\d{2}-\d{2}$/.test(text)
        ? formatDay(text)
        : formatMoney(text, currency);
  const deviation = entry.deviation === undefined ? '' : ` (${deviationWords(entry.deviation, unit)})`;
  switch (kind) {
    case 'opened':
      return `The forecast went from ${said(forecastBefore)} to ${said(forecast)}${deviation} and left its tolerance`;
    case 'broken-again':
      return `The forecast left its tolerance again${deviation}: ${said(forecast)}`;
    case 'within-again':
      return `The forecast is within its tolerance again${deviation}`;
    case 'explained':
      return `${by ?? 'The owner'} explained it: ${cause ?? ''} Action: ${action ?? ''}, due on ${said(dueOn)}`;
    case 'followed-up':
      return `${by ?? 'The owner'} said that the action ${outcomeWords[outcome ?? 'goes-on']}: ${note ?? ''}`;
  }
}
