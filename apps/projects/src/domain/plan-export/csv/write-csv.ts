import { CSV_COLUMNS, hasMeaning } from '../../plan-file/csv/csv-columns.js';
import type { CsvColumn } from '../../plan-file/csv/csv-columns.js';
import { FORMULA_START } from '../../plan-file/csv/csv-row.js';
import { csvDurationText, csvPredecessorText, csvResourceText } from '../../plan-file/csv/csv-values.js';
import { decimalText } from '../../plan-file/decimal-text.js';
import type { PlanFile } from '../../plan-file/plan-file.js';
import type { PlanTask } from '../../plan-file/plan-task.js';
import { plainNumber } from '../xml-text.js';

/** A column that a plan is written with: its heading and its cell for a task. */
interface Column {
  readonly heading: string;
  readonly cell: (task: PlanTask) => string;
}

/**
 * Writes a plan as a list of tasks, a line each (RFC 4180), with the columns of the service's README and one for each custom
 * field. No cell can be taken for a formula by a spreadsheet.
 */
export function writeCsv(plan: PlanFile): string {
  const columns = [...ownColumns(plan), ...baselineColumns(plan), ...customColumns(plan)];
  const rows = plan.tasks.map((task) => columns.map(({ cell }) => written(cell(task))));
  const lines = [columns.map(({ heading }) => written(heading)), ...rows].map((cells) => cells.join(','));
  // The mark tells spreadsheets that it is UTF-8.
  return `\ufeff${lines.join('\r\n')}\r\n`;
}

const NUMBER = /^-?\d+(?:\.\d+)?$/;

function written(cell: string): string {
  const safe = FORMULA_START.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
  return /[",;\t\r\n]|^\s|\s$/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

function ownColumns(plan: PlanFile): Column[] {
  const cells = { ...identityCells(), ...datesCells(), ...linksAndPeople(plan) };
  return (Object.keys(CSV_COLUMNS) as CsvColumn[]).map((column) => ({
    heading: CSV_COLUMNS[column],
    cell: cells[column],
  }));
}

type Cells = Record<CsvColumn, Column['cell']>;

function identityCells() {
  return {
    id: ({ uid }) => String(uid),
    level: ({ outlineLevel }) => String(outlineLevel),
    wbs: ({ wbs }) => wbs ?? '',
    code: ({ code }) => code ?? '',
    name: ({ name }) => name,
    kind: ({ isSummary, isMilestone }) => (isSummary ? 'summary' : isMilestone ? 'milestone' : 'task'),
    priority: ({ priority }) => String(priority),
    manual: ({ isManual }) => (isManual ? 'yes' : 'no'),
    active: ({ isActive }) => (isActive ? 'yes' : 'no'),
    cost: () => '',
    guid: ({ guid }) => guid ?? '',
    notes: ({ notes }) => notes ?? '',
  } satisfies Partial<Cells>;
}

function datesCells() {
  return {
    start: ({ start }) => dateOf(start),
    finish: ({ finish }) => dateOf(finish),
    duration: ({ durationMinutes, durationStyle }) =>
      durationMinutes === null ? '' : csvDurationText(durationMinutes, durationStyle),
    work: ({ work }) => (work.totalMinutes === null ? '' : csvDurationText(work.totalMinutes, HOURS)),
    percent: ({ actual }) => figureOf(actual.percentComplete),
    physical: ({ actual }) => figureOf(actual.physicalPercentComplete),
    actualStart: ({ actual }) => dateOf(actual.start),
    actualFinish: ({ actual }) => dateOf(actual.finish),
    remaining: ({ actual, durationStyle }) =>
      actual.remainingDurationMinutes === null
        ? ''
        : csvDurationText(actual.remainingDurationMinutes, { ...durationStyle, estimated: false }),
    constraint: ({ constraint }) =>
      constraint.type === 'as-soon-as-possible' ? '' : constraint.type.replaceAll('-', ' '),
    constraintDate: ({ constraint }) => dateOf(constraint.date),
    deadline: ({ deadline }) => dateOf(deadline),
  } satisfies Partial<Cells>;
}

const HOURS = { unit: 'hour', elapsed: false, estimated: false } as const;

function linksAndPeople({ links, resources, assignments, header }: PlanFile) {
  const names = new Map(resources.map(({ uid, name }) => [uid, name]));
  const predecessors = textsBy(links, ({ successorUid }) => successorUid, csvPredecessorText);
  const people = textsBy(
    assignments.filter(({ resourceUid }) => names.has(resourceUid ?? Number.NaN)),
    ({ taskUid }) => taskUid,
    ({ resourceUid, units }) => csvResourceText(names.get(resourceUid!)!, units),
  );
  return {
    predecessors: ({ uid }) => predecessors.get(uid) ?? '',
    resources: ({ uid }) => people.get(uid) ?? '',
    cost: ({ cost }) =>
      cost.totalMinor === null
        ? ''
        : decimalText({ unscaled: cost.totalMinor, scale: header.currencyExponent }),
  } satisfies Partial<Cells>;
}

function textsBy<T>(
  items: readonly T[],
  key: (item: T) => number,
  text: (item: T) => string,
): Map<number, string> {
  const texts = new Map<number, string>();
  for (const item of items) {
    const known = texts.get(key(item));
    texts.set(key(item), known === undefined ? text(item) : `${known}; ${text(item)}`);
  }
  return texts;
}

function baselineColumns({ tasks }: PlanFile): Column[] {
  const numbers = new Set(tasks.flatMap(({ baselines }) => baselines.map(({ number }) => number)));
  return [...numbers]
    .sort((a, b) => a - b)
    .flatMap((number) =>
      (['start', 'finish'] as const).map((end) => ({
        heading: `Baseline${number === 0 ? '' : ` ${number}`} ${end === 'start' ? 'Start' : 'Finish'}`,
        cell: ({ baselines }: PlanTask) =>
          dateOf(baselines.find((candidate) => candidate.number === number)?.[end] ?? null),
      })),
    );
}

/** A custom field whose name is that of a column here gets a number, so that it stays what it is. */
function customColumns({ tasks }: PlanFile): Column[] {
  const fields = new Map(
    tasks.flatMap(({ customFields }) => customFields.map((field) => [field.fieldId, field])),
  );
  const taken = new Set<string>();
  return [...fields.values()].map(({ fieldId, name }) => {
    let heading = name;
    for (let number = 2; hasMeaning(heading) || taken.has(heading); number++) heading = `${name} (${number})`;
    taken.add(heading);
    const cell = ({ customFields }: PlanTask) =>
      customFields.find((field) => field.fieldId === fieldId)?.value ?? '';
    return { heading, cell };
  });
}

function dateOf(moment: string | null): string {
  return moment === null ? '' : moment.replace('T', ' ').replace(/:00$/, '');
}

function figureOf(value: number | null): string {
  return value === null ? '' : plainNumber(value);
}
