import type { RecordSite, SiteLine } from '@meridian/contracts-projects';

type Weekday = RecordSite['calendar']['week'][number]['weekday'];

export const weekdays: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

/** A site as people type it. */
export interface SiteDraft {
  readonly code: string;
  readonly name: string;
  readonly language: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly managerName: string;
  readonly days: readonly Weekday[];
  /** Shifts of a working day: `08:00-12:00, 13:00-17:00`. */
  readonly hours: string;
  /** One a line: `2027-02-08 Carnival`, `2027-12-24 2027-12-31 Shutdown`. */
  readonly holidays: string;
  /** One a line. */
  readonly readiness: string;
}

export const blankSite: SiteDraft = {
  code: '',
  name: '',
  language: '',
  currency: 'EUR',
  timeZone: '',
  managerName: '',
  days: weekdays.slice(0, 5),
  hours: '08:00-12:00, 13:00-17:00',
  holidays: '',
  readiness: '',
};

/** What is sent, or what could not be read, in words. */
export type SiteBody = Omit<RecordSite, 'siteId'>;

/** A site as a form shows it. Hours that differ from day to day, or of single days, are left to their own page of the calendar. */
export function draftOf(site: SiteLine): SiteDraft {
  const { week, exceptions } = site.calendar;
  const worked = week.filter(({ shifts }) => shifts.length > 0);
  return {
    code: site.code,
    name: site.name,
    language: site.language,
    currency: site.currency,
    timeZone: site.timeZone,
    managerName: site.managerName ?? '',
    days: weekdays.filter((day) => worked.some(({ weekday }) => weekday === day)),
    hours: hoursOf(worked[0]?.shifts ?? []),
    holidays: exceptions
      .map(({ name, from, to }) => (from === to ? `${from} ${name}` : `${from} ${to} ${name}`))
      .join('\n'),
    readiness: site.readiness.map(({ text }) => text).join('\n'),
  };
}

/** Whether the form can say everything that the calendar of a site says. */
export function isPlain({ calendar: { week, exceptions } }: SiteLine): boolean {
  const worked = week.filter(({ shifts }) => shifts.length > 0);
  const hours = new Set(worked.map(({ shifts }) => hoursOf(shifts)));
  return hours.size <= 1 && exceptions.every(({ shifts }) => shifts.length === 0);
}

/** The site with what was typed: what is done of its readiness stays done, a calendar that the form cannot say stays as it is. */
export function changedSite(
  draft: SiteDraft,
  site: SiteLine,
): { readonly value: SiteBody } | { readonly problem: string } {
  const read = bodyOf(draft);
  if ('problem' in read) return read;
  const isDone = new Map(site.readiness.map((item) => [item.text, item.isDone]));
  const isSameManager = read.value.managerName === site.managerName;
  return {
    value: {
      ...read.value,
      ...(isSameManager && site.managerPersonId ? { managerPersonId: site.managerPersonId } : {}),
      calendar: isPlain(site) ? read.value.calendar : site.calendar,
      readiness: read.value.readiness.map(({ text }) => ({ text, isDone: isDone.get(text) ?? false })),
    },
  };
}

export function bodyOf(draft: SiteDraft): { readonly value: SiteBody } | { readonly problem: string } {
  const shifts = shiftsOf(draft.hours);
  if (!shifts) return { problem: `The hours “${draft.hours}” are not like “08:00-12:00, 13:00-17:00”.` };
  const exceptions = [];
  for (const line of linesOf(draft.holidays)) {
    const read = /^(\d{4}-\d{2}-\d{2})(?:\s+(\d{4}-\d{2}-\d{2}))?\s+(.+)$/.exec(line);
    if (!read) return { problem: `The holiday “${line}” is not like “2027-02-08 Carnival”.` };
    exceptions.push({ name: read[3]!, from: read[1]!, to: read[2] ?? read[1]!, shifts: [] });
  }
  const managerName = draft.managerName.trim();
  return {
    value: {
      code: draft.code.trim(),
      name: draft.name.trim(),
      language: draft.language.trim(),
      currency: draft.currency.trim().toUpperCase(),
      timeZone: draft.timeZone.trim(),
      ...(managerName ? { managerName } : {}),
      calendar: {
        name: draft.name.trim(),
        week: draft.days.map((weekday) => ({ weekday, shifts })),
        exceptions,
      },
      readiness: linesOf(draft.readiness).map((text) => ({ text, isDone: false })),
    },
  };
}

/** The same site with one item of its readiness done, or open again. */
export function withItem(site: SiteLine, at: number, isDone: boolean): SiteBody {
  const { siteId: _, version: __, isReady: ___, ...body } = site;
  return {
    ...body,
    readiness: site.readiness.map((item, index) => (index === at ? { ...item, isDone } : item)),
  };
}

function hoursOf(shifts: readonly { readonly from: string; readonly to: string }[]): string {
  return shifts.map(({ from, to }) => `${from}-${to}`).join(', ');
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

function shiftsOf(hours: string): { from: string; to: string }[] | undefined {
  const read = hours.split(',').map((shift) => /^\s*(\d{2}:\d{2})\s*[-–]\s*(\d{2}:\d{2})\s*$/.exec(shift));
  const shifts = read.flatMap((shift) => (shift ? [{ from: shift[1]!, to: shift[2]! }] : []));
  return shifts.length === read.length ? shifts : undefined;
}
