import { Refusal } from '@meridian/refusal';
import { csvTable, detectedDelimiter } from '../../portfolio-file/csv-table.js';
import { DEFAULT_TABLE_LIMITS } from '../../portfolio-file/table.js';
import type { Table } from '../../portfolio-file/table.js';
import { BLANK_HEADER } from '../blank-header.js';
import { cleanName } from '../clean-text.js';
import { settleOutline } from '../outline.js';
import { planFileRefusal } from '../plan-file-refusal.js';
import type { PlanFileRefusalCode } from '../plan-file-refusal.js';
import type { PlanFile, PlanHeader } from '../plan-file.js';
import type { PlanReading } from '../plan-reading.js';
import { DEFAULT_READ_LIMITS } from '../read-limits.js';
import type { ReadLimits } from '../read-limits.js';
import { ReportBook } from '../report-book.js';
import { missingPredecessor, percentLagMinutes, settleLinks } from '../settle-links.js';
import type { FoundLink } from '../settle-links.js';
import { csvParts, csvPredecessor } from './csv-values.js';
import { headingsOf } from './csv-columns.js';
import { CsvPeople } from './csv-people.js';
import { CsvRow } from './csv-row.js';
import { taskOfRow } from './csv-task.js';

/**
 * Reads a list of tasks: a line each, in the order of the outline, with the columns of the service's README. Only the name
 * is needed.
 *
 * @throws Refusal `projects/plan-file-...`
 */
export function readCsv(text: string, fileName: string, limits: Partial<ReadLimits> = {}): PlanReading {
  const bounds = { ...DEFAULT_READ_LIMITS, ...limits };
  return new CsvReading(tableOf(text, bounds), bounds).read(fileName);
}

/** Whether the first line of a text reads like the headings of a list of tasks. */
export function isTaskList(text: string): boolean {
  const line =
    text
      .trimStart()
      .slice(0, 4_000)
      .split(/[\r\n]/)[0] ?? '';
  const cells = line.split(detectedDelimiter(line)).map((cell) => cell.replace(/^"|"$/g, ''));
  const known = headingsOf(cells).filter((heading) => 'column' in heading);
  return known.length >= 2 && known.some((heading) => 'column' in heading && heading.column === 'name');
}

function tableOf(text: string, { maxRows, maxColumns }: ReadLimits): Table {
  try {
    return csvTable(text, undefined, { ...DEFAULT_TABLE_LIMITS, maxRows, maxColumns });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const code: PlanFileRefusalCode = error.code.endsWith('-rows')
      ? 'projects/plan-file-too-many-rows'
      : 'projects/plan-file-empty';
    throw planFileRefusal(code, error.message, error.details);
  }
}

class CsvReading {
  private readonly book: ReportBook;
  private readonly people: CsvPeople;

  constructor(
    private readonly table: Table,
    { maxNotes }: ReadLimits,
  ) {
    this.book = new ReportBook(maxNotes);
    this.people = new CsvPeople(this.book);
  }

  read(fileName: string): PlanReading {
    const headings = headingsOf(this.table.header);
    if (!headings.some((heading) => 'column' in heading && heading.column === 'name'))
      throw nameless(this.table.header);
    this.noteBroken();
    const rows = this.rows(headings);
    const byUid = new Map(rows.map((row) => [row.uid, row]));
    const lines = rows.map((row, at) => taskOfRow(row, at));
    const tasks = settleOutline(lines, (uid, sentence) => {
      const row = byUid.get(uid);
      // A list without a column of kinds contradicts nothing.
      if (row !== undefined && row.text('kind') !== '') row.changed(sentence);
    });
    for (const row of rows) this.people.assign(row);
    const taskByUid = new Map(tasks.map((task) => [task.uid, task]));
    const links = settleLinks(
      rows.flatMap((row) => this.linksOf(row, taskByUid)),
      tasks,
      this.book,
    );
    const plan: PlanFile = {
      format: 'csv',
      header: headerOf(fileName, tasks),
      calendars: [],
      tasks,
      links,
      resources: this.people.resources,
      assignments: this.people.assignments,
    };
    return { plan, report: this.book.report() };
  }

  private noteBroken(): void {
    for (const { line, reason } of this.table.broken) {
      this.book.found('task');
      this.book.leftOut(
        { kind: 'task', uid: null, name: null },
        'broken-row',
        `Line ${line} cannot be read: ${reason}.`,
      );
    }
  }

  private rows(headings: ReturnType<typeof headingsOf>): CsvRow[] {
    const taken = new Set<number>();
    return this.table.rows.flatMap((row, at) => {
      const read = new CsvRow(row, headings, this.book, at + 1);
      this.book.found('task');
      const problem =
        read.name === ''
          ? ({ reason: 'empty-row', sentence: `Line ${row.line} has no name.` } as const)
          : taken.has(read.uid)
            ? ({
                reason: 'duplicate-uid',
                sentence: `There is already a task with ID ${read.uid}; the first one was taken.`,
              } as const)
            : undefined;
      if (problem !== undefined) {
        this.book.leftOut(read.subject, problem.reason, problem.sentence);
        return [];
      }
      taken.add(read.uid);
      this.book.read('task');
      return [read];
    });
  }

  private linksOf(row: CsvRow, tasks: ReadonlyMap<number, PlanFile['tasks'][number]>): FoundLink[] {
    // Between semicolons, or between commas as Microsoft Project writes them.
    const parts = csvParts(row.text('predecessors').replace(/,/g, ';'));
    return parts.map((part) => {
      this.book.found('link');
      const subject = { kind: 'link' as const, uid: row.uid, name: row.name };
      const found = csvPredecessor(part);
      if (found === undefined) {
        const sentence = `Its predecessor "${cleanName(part, 60).text}" is not of the form 3, 3SS or 3FS+2d.`;
        return { subject, link: { reason: 'unknown-value', sentence } };
      }
      const { uid: predecessorUid, ...link } = found;
      const predecessor = tasks.get(predecessorUid);
      if (predecessor === undefined) return { subject, link: missingPredecessor(predecessorUid) };
      const lagMinutes =
        link.lagPercent === null ? link.lagMinutes : percentLagMinutes(predecessor, link.lagPercent);
      return { subject, link: { ...link, predecessorUid, successorUid: row.uid, lagMinutes } };
    });
  }
}

function nameless(header: readonly string[]): Error {
  const found = cleanName(header.slice(0, 8).join(', '), 200).text;
  const sentence = `The list has no column "Name"; its columns are ${found}. Name the column that holds the names of the tasks.`;
  return planFileRefusal('projects/plan-file-not-a-plan', sentence);
}

/** A list says nothing of the project; it is called like its file and begins with its first task. */
function headerOf(fileName: string, tasks: PlanFile['tasks']): PlanHeader {
  const starts = tasks.flatMap(({ start }) => start ?? []).sort();
  const finishes = tasks.flatMap(({ finish }) => finish ?? []).sort();
  const root = tasks.find(({ isProjectSummary }) => isProjectSummary);
  return {
    ...BLANK_HEADER,
    name: root?.name ?? (cleanName(fileName.replace(/\.[^.]*$/, '')).text || null),
    start: starts[0] ?? null,
    finish: finishes.at(-1) ?? null,
  };
}
