import { Refusal } from '@meridian/refusal';
import { writeDrafts, type ReversibleEntry, type TimeDraft } from './time-draft.js';
import {
  approveTimesheet,
  newTimesheet,
  recordTime,
  returnTimesheet,
  submitTimesheet,
  totalMinutes,
  type TimeEntry,
  type Timesheet,
} from './timesheet.js';

type Step =
  | { act: 'record'; monday: string; lines: TimeDraft[] }
  | { act: 'reverse'; monday: string; day: string; at: number }
  | { act: 'submit' | 'approve' | 'return'; monday: string }
  | { act: 'lock'; day: string };

/** The sheets of one person in memory, with all that was told of them. */
export class TimeBook {
  readonly personId = 'worker';
  readonly booked: TimeEntry[] = [];
  /** Lines that came to be on a day that was closed at that moment: there must be none. */
  readonly enteredClosedTime: TimeEntry[] = [];
  readonly #sheets: Map<string, Timesheet>;
  readonly #toldOf = new Map<string, number>();
  readonly #draftsOf = new Map<string, number>();
  #locked: string | null = null;
  #ids = 0;

  constructor(
    mondays: readonly string[],
    private readonly manager: string,
  ) {
    this.#sheets = new Map(mondays.map((monday) => [monday, newTimesheet(this.personId, monday)]));
  }

  /** What the domain refuses changes nothing. */
  take(step: Step): void {
    try {
      if (step.act === 'record') this.record(step.monday, step.lines);
      if (step.act === 'reverse') this.#reverse(step);
      if (step.act === 'submit') this.submit(step.monday);
      if (step.act === 'approve') this.approve(step.monday, this.manager);
      if (step.act === 'return') this.giveBack(step.monday);
      if (step.act === 'lock' && (this.#locked ?? '') < step.day) this.#locked = step.day;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }

  record(monday: string, drafts: readonly TimeDraft[]): void {
    const sheet = this.#sheet(monday);
    const written = writeDrafts(drafts, this.#known(monday), this.#locked, () => `line-${(this.#ids += 1)}`);
    this.#keep(recordTime(sheet, written, this.#locked));
    this.#draftsOf.set(
      monday,
      drafts.reduce((sum, draft) => sum + this.#minutesOf(draft), 0),
    );
  }

  submit(monday: string): void {
    this.#keep(submitTimesheet(this.#sheet(monday), this.#locked));
  }

  approve(monday: string, approver: string): void {
    const { sheet, booked } = approveTimesheet(this.#sheet(monday), approver, this.#locked);
    this.enteredClosedTime.push(...booked.filter(({ day }) => day <= (this.#locked ?? '')));
    this.booked.push(...booked);
    this.#toldOf.set(monday, this.expected(monday));
    this.#draftsOf.set(monday, 0);
    this.#keep(sheet);
  }

  giveBack(monday: string): void {
    this.#keep(returnTimesheet(this.#sheet(monday), this.manager));
  }

  lines(): TimeEntry[] {
    return [...this.#sheets.values()].flatMap(({ entries }) => entries);
  }

  told(projectId: string): number {
    return totalMinutes(this.booked.filter((line) => line.projectId === projectId));
  }

  approved(projectId: string): number {
    return totalMinutes(this.lines().filter((line) => line.isApproved && line.projectId === projectId));
  }

  total(monday: string): number {
    return totalMinutes(this.#sheet(monday).entries);
  }

  /** Counted from the commands, not from the lines. */
  expected(monday: string): number {
    return (this.#toldOf.get(monday) ?? 0) + (this.#draftsOf.get(monday) ?? 0);
  }

  #minutesOf({ minutes, reversesEntryId }: TimeDraft): number {
    return minutes ?? -(this.booked.find(({ entryId }) => entryId === reversesEntryId)?.minutes ?? 0);
  }

  #reverse({ monday, day, at }: { monday: string; day: string; at: number }): void {
    const { entryId } = this.booked[at % Math.max(1, this.booked.length)] ?? { entryId: 'nothing' };
    this.record(monday, [{ day, reversesEntryId: entryId }]);
  }

  #known(monday: string): Map<string, ReversibleEntry> {
    const reversals = [...this.#sheets.values()].flatMap(({ weekStart, entries }) =>
      entries.filter(({ isApproved }) => isApproved || weekStart !== monday),
    );
    const isReversed = (id: string) => reversals.some(({ reversesEntryId }) => reversesEntryId === id);
    return new Map(
      this.lines().map((line) => [line.entryId, { ...line, isReversed: isReversed(line.entryId) }]),
    );
  }

  #sheet(monday: string): Timesheet {
    const sheet = this.#sheets.get(monday);
    if (!sheet) throw new RangeError(`There is no sheet of ${monday}.`);
    return sheet;
  }

  #keep(sheet: Timesheet): void {
    this.#sheets.set(sheet.weekStart, sheet);
  }
}
