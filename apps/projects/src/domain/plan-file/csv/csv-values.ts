import type { LagKind, LinkType, PlanLink } from '../plan-link.js';
import type { ConstraintType, DurationStyle } from '../plan-task.js';
import { LONGEST_MINUTES, moment } from '../mspdi-values.js';
import { weekdayDate } from './weekday-date.js';

/** Minutes of the units of a list: a day has eight hours, a week forty, a month 160; elapsed ones run around the clock. */
const MINUTES = {
  minute: [1, 1],
  hour: [60, 60],
  day: [480, 1_440],
  week: [2_400, 10_080],
  month: [9_600, 43_200],
} as const;

const UNITS: readonly (readonly [pattern: RegExp, unit: keyof typeof MINUTES, mark: string])[] = [
  [/^(?:m|min|mins|minutes?)$/, 'minute', 'm'],
  [/^(?:h|hr|hrs|hours?)$/, 'hour', 'h'],
  [/^(?:|d|days?)$/, 'day', 'd'],
  [/^(?:w|wk|wks|weeks?)$/, 'week', 'w'],
  [/^(?:mo|mon|mons|months?)$/, 'month', 'mo'],
];

export interface CsvDuration {
  readonly minutes: number;
  readonly style: DurationStyle;
}

/** `5d`, `2.5 days`, `40h`, `3ed` (elapsed), `5d?` (estimated), `5` (days), up to a hundred years. Undefined for anything else. */
export function csvDuration(text: string): CsvDuration | undefined {
  const [, figure, e, word, mark] =
    /^([+-]?\d{1,9}(?:[.,]\d{1,10})?)\s*(e?)([a-z]*)(\??)$/.exec(text.trim().toLowerCase()) ?? [];
  const unit = UNITS.find(([pattern]) => pattern.test(word ?? '-'))?.[1];
  if (figure === undefined || unit === undefined) return undefined;
  const elapsed = e === 'e';
  const minutes = Number(figure.replace(',', '.')) * MINUTES[unit][elapsed ? 1 : 0];
  if (Math.abs(minutes) > LONGEST_MINUTES) return undefined;
  return {
    minutes: Math.round(minutes * 10_000) / 10_000,
    style: { unit, elapsed, estimated: mark === '?' },
  };
}

/** The same as text; in minutes when the unit would not give a plain figure. */
export function csvDurationText(minutes: number, { unit, elapsed, estimated }: DurationStyle): string {
  const wanted = unit === null || unit === 'percent' ? 'day' : unit;
  const figure = minutes / MINUTES[wanted][elapsed ? 1 : 0];
  const isPlain = Math.abs(figure * 10_000 - Math.round(figure * 10_000)) < 1e-6;
  const mark = UNITS.find(([, candidate]) => candidate === (isPlain ? wanted : 'minute'))![2];
  const shown = isPlain ? Math.round(figure * 10_000) / 10_000 : Math.round(minutes * 10_000) / 10_000;
  return `${shown}${elapsed ? 'e' : ''}${mark}${estimated ? '?' : ''}`;
}

const LINKS: Readonly<Record<string, LinkType>> = {
  FS: 'finish-start',
  SS: 'start-start',
  FF: 'finish-finish',
  SF: 'start-finish',
};

export interface CsvPredecessor {
  readonly uid: number;
  readonly type: LinkType;
  readonly lagKind: LagKind;
  readonly lagMinutes: number;
  readonly lagPercent: number | null;
  readonly lagUnit: PlanLink['lagUnit'];
}

/** `3`, `3FS`, `3SS+2d`, `3FF-50%`, `3FS+1ed`. Undefined for anything else. */
export function csvPredecessor(text: string): CsvPredecessor | undefined {
  const [, uid, type, lag] = /^(\d{1,15})\s*(FS|SS|FF|SF)?\s*([+-].{1,30})?$/i.exec(text.trim()) ?? [];
  if (uid === undefined) return undefined;
  const ends = { uid: Number(uid), type: LINKS[(type ?? 'FS').toUpperCase()]! };
  if (lag === undefined)
    return { ...ends, lagKind: 'working', lagMinutes: 0, lagPercent: null, lagUnit: 'day' };
  const [, percent, elapsed] = /^([+-]\s*\d{1,6})\s*(e?)%$/i.exec(lag.replace(/\s/g, '')) ?? [];
  if (percent !== undefined) {
    const lagKind = elapsed === '' ? 'percent' : 'elapsed-percent';
    return { ...ends, lagKind, lagMinutes: 0, lagPercent: Number(percent), lagUnit: 'percent' };
  }
  const duration = csvDuration(lag.replace(/\s/g, ''));
  if (duration === undefined) return undefined;
  const { minutes, style } = duration;
  return {
    ...ends,
    lagKind: style.elapsed ? 'elapsed' : 'working',
    lagMinutes: minutes,
    lagPercent: null,
    lagUnit: style.unit,
  };
}

/** The same as text. */
export function csvPredecessorText(link: PlanLink): string {
  const type = Object.keys(LINKS).find((short) => LINKS[short] === link.type)!;
  const head = `${link.predecessorUid}${type}`;
  const elapsed = link.lagKind === 'elapsed' || link.lagKind === 'elapsed-percent';
  if (link.lagPercent !== null) {
    return `${head}${link.lagPercent < 0 ? '' : '+'}${link.lagPercent}${elapsed ? 'e' : ''}%`;
  }
  if (link.lagMinutes === 0 && !elapsed && link.lagUnit === 'day') return head;
  const lag = csvDurationText(link.lagMinutes, { unit: link.lagUnit, elapsed, estimated: false });
  return `${head}${lag.startsWith('-') ? '' : '+'}${lag}`;
}

/** A wall-clock moment of `2026-03-02`, `2026-03-02 08:00`, with a `T`, or of `Mon 3/2/26`; a date alone takes the time of day that is given. */
export function csvMoment(text: string, timeOfDay: string): string | undefined {
  const trimmed = weekdayDate(text) ?? text.trim();
  return moment(trimmed.length === 10 ? `${trimmed}T${timeOfDay}` : trimmed.replace(' ', 'T'));
}

/** Names of constraints: those of this product, of Microsoft Project, and the usual short ones. */
const CONSTRAINTS: ReadonlyMap<string, ConstraintType> = new Map(
  (
    [
      ['as-soon-as-possible', 'ASAP'],
      ['as-late-as-possible', 'ALAP'],
      ['must-start-on', 'MSO'],
      ['must-finish-on', 'MFO'],
      ['start-no-earlier-than', 'SNET'],
      ['start-no-later-than', 'SNLT'],
      ['finish-no-earlier-than', 'FNET'],
      ['finish-no-later-than', 'FNLT'],
      ['start-on', 'SO'],
      ['finish-on', 'FO'],
    ] as const
  ).flatMap(([type, short]) => [
    [type, type],
    [short.toLowerCase(), type],
  ]),
);

export function csvConstraint(text: string): ConstraintType | undefined {
  return CONSTRAINTS.get(text.trim().toLowerCase().replace(/\s+/g, '-'));
}

/** Parts of a cell between semicolons, where a backslash takes the meaning from the next character. */
export function csvParts(text: string): string[] {
  const parts = text.match(/(?:\\[^]|[^;\\])+/g) ?? [];
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

/** A resource of a cell: its name and, in square brackets, how much of it. */
export function csvResource(part: string): { readonly name: string; readonly units: number } {
  const [, name, percent] = /^((?:\\[^]|[^[\\])*)\[\s*(\d{1,7}(?:[.,]\d{1,6})?)\s*%?\s*\]$/.exec(part) ?? [];
  return {
    name: unescaped(name ?? part),
    units:
      percent === undefined ? 1 : Math.round(Number(percent.replace(',', '.')) * 1_000_000) / 100_000_000,
  };
}

export function csvResourceText(name: string, units: number | null): string {
  const percent = Math.round((units ?? 1) * 100_000_000) / 1_000_000;
  return `${name.replace(/[\\;[\]]/g, (mark) => `\\${mark}`)}${percent === 100 ? '' : `[${percent}%]`}`;
}

function unescaped(text: string): string {
  return text.replace(/\\([^])/g, '$1').trim();
}
