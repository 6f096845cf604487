import { cleanLines, cleanName } from './clean-text.js';
import type { ReportBook, Subject } from './report-book.js';
import type { XmlElement } from './xml-element.js';
import {
  decimalNumber,
  durationMinutes,
  flag,
  hundredthsToMinor,
  LONGEST_MINUTES,
  MOST_MINUTES,
  unitsToMinor,
  moment,
  wholeNumber,
} from './mspdi-values.js';

/** What a value of the file must be, in words for the report. */
const DATE = 'a date and time like 2026-03-01T08:00:00 in the years 1900 to 2199';
const DURATION = 'a duration like PT8H0M0S';

/**
 * Reads the leaves of one element by name. An absent or empty leaf is null; one that cannot be read is null too and
 * noted in the report with what was found and what is allowed.
 */
export class RecordFields {
  constructor(
    readonly element: XmlElement,
    readonly subject: Subject,
    private readonly book: ReportBook,
    private readonly currencyExponent: number,
  ) {}

  /** The same subject, another element: for parts of a record such as a baseline. */
  of(element: XmlElement): RecordFields {
    return new RecordFields(element, this.subject, this.book, this.currencyExponent);
  }

  line(name: string): string | null {
    return this.cleaned(name, (raw) => cleanName(raw));
  }

  lines(name: string): string | null {
    return this.cleaned(name, cleanLines);
  }

  integer(name: string): number | null {
    return this.value(name, wholeNumber, 'a whole number');
  }

  number(name: string): number | null {
    return this.value(name, decimalNumber, 'a number');
  }

  flag(name: string): boolean | null {
    return this.value(name, flag, '0 or 1');
  }

  moment(name: string): string | null {
    return this.value(name, moment, DATE);
  }

  /** Minutes of a duration. */
  minutes(name: string): number | null {
    return this.value(name, durationMinutes, DURATION);
  }

  /** Minutes of a duration that a task can take: from none to a hundred years. */
  duration(name: string): number | null {
    const read = (text: string) => within(durationMinutes(text), LONGEST_MINUTES);
    return this.value(name, read, `${DURATION}, up to a hundred years`);
  }

  /** The same of a figure that the file keeps in hours. */
  hoursOfDuration(name: string): number | null {
    const read = (text: string) => within(minutesOfHours(text), LONGEST_MINUTES);
    return this.value(name, read, 'a number of hours, up to a hundred years');
  }

  /** Minutes of a figure that the file keeps in tenths of a minute: slack, lag, delay. */
  tenths(name: string): number | null {
    const tenths = this.number(name);
    return tenths === null ? null : tenths / 10;
  }

  minor(name: string): bigint | null {
    return this.value(name, (text) => hundredthsToMinor(text, this.currencyExponent), 'an amount of money');
  }

  /** Money that the file holds in whole units of the currency, with a fraction. */
  money(name: string): bigint | null {
    return this.value(name, (text) => unitsToMinor(text, this.currencyExponent), 'an amount of money');
  }

  /** Minutes of a figure that the file keeps in hours. */
  hours(name: string): number | null {
    return this.value(name, minutesOfHours, `a number of hours, up to ${Math.floor(MOST_MINUTES / 60)}`);
  }

  /** Percent of a figure that the file keeps as a share, 0 to 1. */
  share(name: string): number | null {
    const share = this.number(name);
    return share === null ? null : Math.round(share * 1_000_000) / 10_000;
  }

  /** What a word of the file stands for. An unknown word is noted and gives the fallback. */
  word<T>(name: string, words: ReadonlyMap<string, T>, fallback: T): T {
    const text = this.element.leaf(name)?.trim() ?? '';
    const known = words.get(text);
    if (text === '' || known !== undefined) return known ?? fallback;
    const found = cleanName(text, 80).text;
    this.changed(
      `${name} is "${found}"; it must be one of ${[...words.keys()].join(', ')}. It was read as ${String(fallback)}.`,
    );
    return fallback;
  }

  /** A UID that refers to something else; the file writes -1 for none. */
  reference(name: string): number | null {
    const uid = this.integer(name);
    return uid === null || uid < 0 ? null : uid;
  }

  /** The value that a code stands for. An unknown code is noted and gives the fallback. */
  choice<T>(name: string, values: readonly T[], fallback: T): T {
    const code = this.integer(name);
    if (code === null) return fallback;
    if (code >= 0 && code < values.length) return values[code]!;
    this.changed(
      `${name} is ${code}; it must be between 0 and ${values.length - 1}. It was read as ${String(fallback)}.`,
    );
    return fallback;
  }

  changed(sentence: string): void {
    this.book.changed(this.subject, sentence);
  }

  private value<T>(name: string, read: (text: string) => T | undefined, allowed: string): T | null {
    const text = this.element.leaf(name)?.trim();
    if (text === undefined || text === '') return null;
    const value = read(text);
    if (value !== undefined) return value;
    this.changed(`${name} is "${cleanName(text, 80).text}"; it must be ${allowed}. It was left empty.`);
    return null;
  }

  private cleaned(
    name: string,
    clean: (raw: string) => { text: string; changes: readonly string[] },
  ): string | null {
    const raw = this.element.leaf(name);
    if (raw === undefined || raw === '') return null;
    const { text, changes } = clean(raw);
    if (changes.length > 0) this.changed(`In ${name}, ${changes.join(' and ')}.`);
    return text === '' ? null : text;
  }
}

function minutesOfHours(text: string): number | undefined {
  const hours = decimalNumber(text);
  if (hours === undefined || Math.abs(hours) > MOST_MINUTES / 60) return undefined;
  return Math.round(hours * 600_000) / 10_000;
}

function within(minutes: number | undefined, most: number): number | undefined {
  return minutes === undefined || minutes < 0 || minutes > most ? undefined : minutes;
}
