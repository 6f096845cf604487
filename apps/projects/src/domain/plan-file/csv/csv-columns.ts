/** Columns of a plan in CSV that have a meaning here; every other column is a custom field of its own name. */
export const CSV_COLUMNS = {
  id: 'ID',
  level: 'Outline Level',
  wbs: 'WBS',
  code: 'Activity ID',
  name: 'Name',
  kind: 'Type',
  start: 'Start',
  finish: 'Finish',
  duration: 'Duration',
  predecessors: 'Predecessors',
  resources: 'Resources',
  work: 'Work',
  percent: '% Complete',
  physical: 'Physical %',
  actualStart: 'Actual Start',
  actualFinish: 'Actual Finish',
  remaining: 'Remaining Duration',
  constraint: 'Constraint Type',
  constraintDate: 'Constraint Date',
  deadline: 'Deadline',
  priority: 'Priority',
  manual: 'Manual',
  active: 'Active',
  cost: 'Cost',
  guid: 'GUID',
  notes: 'Notes',
} as const;

export type CsvColumn = keyof typeof CSV_COLUMNS;

/** Other headings under which the same is found in lists from spreadsheets and other programs. */
const ALIASES: Partial<Record<CsvColumn, readonly string[]>> = {
  id: ['UID', 'Unique ID', 'No', '#'],
  level: ['Level'],
  wbs: ['Outline Number', 'WBS Code'],
  code: ['Code', 'Activity Code'],
  name: ['Task Name', 'Task', 'Activity', 'Activity Name', 'Title'],
  finish: ['End', 'Due', 'Due Date', 'End Date', 'Finish Date'],
  start: ['Start Date', 'Begin'],
  predecessors: ['Predecessor', 'Depends on'],
  resources: ['Resource Names', 'Resource', 'Assigned to', 'Assignee'],
  percent: ['Percent Complete', '% Completed', 'Progress', '%'],
  physical: ['Physical % Complete', 'Physical Percent Complete'],
  remaining: ['Remaining'],
  constraint: ['Constraint'],
  manual: ['Task Mode'],
  notes: ['Note', 'Comment', 'Comments'],
};

/** `Baseline Start`, `Baseline 3 Finish`: number 0 to 10. */
const BASELINE = /^baseline(10|[0-9])?(start|finish)$/;

export type Heading =
  | { readonly at: number; readonly column: CsvColumn }
  | { readonly at: number; readonly baseline: number; readonly end: 'start' | 'finish' }
  | { readonly at: number; readonly custom: string };

/** What each column of a list holds. The first of two columns with the same meaning counts. */
export function headingsOf(header: readonly string[]): Heading[] {
  const seen = new Set<string>();
  return header.flatMap((cell, at): Heading[] => {
    const name = cell.trim();
    const key = keyOf(name);
    const column = COLUMN_OF.get(key);
    const [, number, end] = BASELINE.exec(key) ?? [];
    const meaning = column ?? (end === undefined ? `custom ${name}` : `${number ?? 0} ${end}`);
    if (name === '' || seen.has(meaning)) return [];
    seen.add(meaning);
    if (column !== undefined) return [{ at, column }];
    if (end === undefined) return [{ at, custom: name }];
    return [{ at, baseline: Number(number ?? 0), end: end === 'start' ? 'start' : 'finish' }];
  });
}

/** Case, blanks, hyphens and underscores make no difference in a heading. */
export function keyOf(heading: string): string {
  return heading.toLowerCase().replace(/[\s_-]+/g, '');
}

const COLUMN_OF: ReadonlyMap<string, CsvColumn> = new Map(
  (Object.keys(CSV_COLUMNS) as CsvColumn[]).flatMap((column) =>
    [CSV_COLUMNS[column], ...(ALIASES[column] ?? [])].map((name) => [keyOf(name), column] as const),
  ),
);

/** Whether a heading would be taken for something else than a custom field. */
export function hasMeaning(heading: string): boolean {
  return COLUMN_OF.has(keyOf(heading)) || BASELINE.test(keyOf(heading));
}
