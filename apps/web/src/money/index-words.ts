import type { MoneyFigures } from '@meridian/contracts-budgeting';
import { formatDay } from '../dates/format-day.js';
import { formatIndex, formatMoneyRounded, formatPercent } from './format-money.js';

/** An index of earned value with what it means, or why there is none. */
export interface IndexReading {
  readonly name: string;
  /** As it is written; absent where it cannot be stated. */
  readonly value?: string;
  readonly sentence: string;
  /** By definition 1 is as planned. */
  readonly isBehind: boolean;
}

type Indices = Pick<
  MoneyFigures,
  | 'cpi'
  | 'spi'
  | 'tcpi'
  | 'eacMinor'
  | 'vacMinor'
  | 'evMinor'
  | 'pvMinor'
  | 'actualMinor'
  | 'statusDate'
  | 'flags'
>;

/** CPI, SPI, forecast and TCPI in sentences a manager understands without knowing the letters. */
export function indexReadings(money: Indices, currency: string, locale?: string): readonly IndexReading[] {
  return [
    costReading(money, locale),
    scheduleReading(money, locale),
    forecastReading(money, currency, locale),
    effortReading(money, locale),
  ];
}

/** CPI = EV / AC. */
function costReading(money: Indices, locale?: string): IndexReading {
  const { cpi } = money;
  const name = 'Cost (CPI)';
  if (cpi === undefined) return missing(name, whyNoCost(money, locale));
  const value = formatIndex(cpi, locale);
  const rounded = Number(Number(cpi).toFixed(2));
  const earned = `For every 100 spent, work worth ${Math.round(Number(cpi) * 100)} was done`;
  if (rounded === 1)
    return { name, value, isBehind: false, sentence: `${earned}: the work costs what was planned.` };
  if (rounded === 0)
    return { name, value, isBehind: true, sentence: 'Money was spent, but no work is reported as done.' };
  const share = formatPercent(Math.abs(1 / Number(cpi) - 1) * 100, locale);
  const than = rounded < 1 ? `${share} more than planned` : `${share} less than planned`;
  return { name, value, isBehind: rounded < 1, sentence: `${earned}: the work costs ${than}.` };
}

/** SPI = EV / PV. */
function scheduleReading(money: Indices, locale?: string): IndexReading {
  const { spi, statusDate } = money;
  const name = 'Schedule (SPI)';
  if (spi === undefined) return missing(name, whyNoSchedule(money, locale));
  const value = formatIndex(spi, locale);
  const rounded = Number(Number(spi).toFixed(2));
  const by = statusDate ? `by ${formatDay(statusDate, locale)}` : 'by now';
  const done = `Of every 100 of work planned to be done ${by}, ${Math.round(Number(spi) * 100)} is done`;
  const verdict =
    rounded === 1 ? 'the work is on plan' : rounded < 1 ? 'the work is behind' : 'the work is ahead';
  return { name, value, isBehind: rounded < 1, sentence: `${done}: ${verdict}.` };
}

/** EAC = BAC / CPI, VAC = BAC - EAC. */
function forecastReading(
  { eacMinor, vacMinor, cpi }: Indices,
  currency: string,
  locale?: string,
): IndexReading {
  const name = 'Forecast (EAC)';
  if (eacMinor === undefined) return missing(name, 'There is no approved budget to forecast from.');
  const value = formatMoneyRounded(eacMinor, currency, locale);
  const how =
    cpi === undefined
      ? 'Until there is cost to learn from, it is the budget or what is spent and ordered'
      : 'If the rest goes as the work so far';
  if (vacMinor === undefined || Number(vacMinor) === 0)
    return { name, value, isBehind: false, sentence: `${how}: the project ends on budget.` };
  const gap = formatMoneyRounded(vacMinor.replace('-', ''), currency, locale);
  const isOver = vacMinor.startsWith('-');
  return {
    name,
    value,
    isBehind: isOver,
    sentence: `${how}: the project ends ${gap} ${isOver ? 'over' : 'below'} budget.`,
  };
}

/** TCPI = (BAC - EV) / (BAC - AC). */
function effortReading({ tcpi, cpi }: Indices, locale?: string): IndexReading {
  const name = 'Still to achieve (TCPI)';
  if (tcpi === undefined)
    return missing(name, 'No index keeps the budget: it is used up, or all work is done.');
  const value = formatIndex(tcpi, locale);
  const needed = `To end on budget, every 100 still to be spent has to bring work worth ${Math.round(Number(tcpi) * 100)}`;
  const soFar = cpi === undefined ? '' : `; so far it was ${Math.round(Number(cpi) * 100)}`;
  const isBehind = cpi !== undefined && Number(Number(tcpi).toFixed(2)) > Number(Number(cpi).toFixed(2));
  return { name, value, isBehind, sentence: `${needed}${soFar}.` };
}

function whyNoCost({ flags, actualMinor, statusDate }: Indices, locale?: string): string {
  if (flags.includes('no-plan')) return 'there is no plan yet whose work could be earned. Import one.';
  if (Number(actualMinor ?? 0) === 0) {
    const by = statusDate ? ` by ${formatDay(statusDate, locale)}` : '';
    return `nothing was spent${by}. It is there with the first cost that is posted.`;
  }
  return 'no progress is reported yet that cost could be compared with. Report progress of a task.';
}

function whyNoSchedule({ flags, pvMinor, statusDate }: Indices, locale?: string): string {
  if (flags.includes('no-plan')) return 'there is no plan yet to compare with. Import one.';
  const by = statusDate ? ` by ${formatDay(statusDate, locale)}` : ' yet';
  return Number(pvMinor ?? 0) === 0
    ? `no work was planned to be done${by}. It is there when the first task should have begun.`
    : 'no progress is reported yet. Report progress of a task.';
}

function missing(name: string, reason: string): IndexReading {
  const [first = '', ...rest] = reason;
  return { name, isBehind: false, sentence: `Not available: ${first.toLowerCase()}${rest.join('')}` };
}
