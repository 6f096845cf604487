import { BLANK_TASK } from '../blank-task.js';
import type { CustomValue } from '../custom-fields.js';
import type { PlanBaseline } from '../plan-baseline.js';
import type { PlanTask, TaskActuals } from '../plan-task.js';
import type { CsvRow } from './csv-row.js';
import { csvConstraint } from './csv-values.js';

/** A line of a list as a task. Its parent is settled when all lines are known. `at`: its place, from 0. */
export function taskOfRow(row: CsvRow, at: number): PlanTask {
  const wbs = row.line('wbs');
  const level = row.integer('level') ?? levelOf(wbs);
  const duration = row.duration('duration');
  const work = row.duration('work');
  const isProjectSummary = at === 0 && row.integer('level') === 0;
  const kind = row.text('kind').toLowerCase();
  return {
    ...BLANK_TASK,
    uid: row.uid,
    id: at + 1,
    name: row.name,
    outlineLevel: isProjectSummary ? 0 : Math.max(1, Math.min(level, 1_000)),
    parentUid: null,
    wbs,
    guid: row.line('guid'),
    code: row.line('code'),
    isProjectSummary,
    isSummary: kind === 'summary',
    isMilestone: kind === '' ? duration?.minutes === 0 : kind === 'milestone',
    isManual: row.flag('manual', MANUAL, AUTOMATIC) ?? false,
    isActive: row.flag('active', YES, NO) ?? true,
    priority: row.integer('priority') ?? 500,
    start: row.moment('start', 'start'),
    finish: row.moment('finish', 'finish'),
    durationMinutes: duration === null ? null : Math.max(0, duration.minutes),
    durationStyle: duration?.style ?? { unit: 'day', elapsed: false, estimated: false },
    actual: actualsOf(row),
    constraint: constraintOf(row),
    deadline: row.moment('deadline', 'finish'),
    cost: { ...BLANK_TASK.cost, totalMinor: row.minor('cost') },
    work: { ...BLANK_TASK.work, totalMinutes: work === null ? null : Math.max(0, work.minutes) },
    notes: row.lines('notes'),
    customFields: row.custom.map(customOf),
    baselines: baselinesOf(row),
  };
}

const YES = /^(?:yes|y|true|1|active)$/i;
const NO = /^(?:no|n|false|0|inactive)$/i;
const MANUAL = /^(?:yes|y|true|1|manual|manually scheduled)$/i;
const AUTOMATIC = /^(?:no|n|false|0|auto|automatic|auto scheduled)$/i;

/** Without a level, the depth of the outline number. */
function levelOf(wbs: string | null): number {
  return wbs !== null && /^[\w-]+(?:\.[\w-]+)*$/.test(wbs) ? wbs.split('.').length : 1;
}

function actualsOf(row: CsvRow): TaskActuals {
  const remaining = row.duration('remaining');
  return {
    ...BLANK_TASK.actual,
    start: row.moment('actualStart', 'start'),
    finish: row.moment('actualFinish', 'finish'),
    remainingDurationMinutes: remaining === null ? null : Math.max(0, remaining.minutes),
    percentComplete: row.percent('percent'),
    physicalPercentComplete: row.percent('physical'),
  };
}

function constraintOf(row: CsvRow): PlanTask['constraint'] {
  const none = { type: 'as-soon-as-possible', date: null } as const;
  const type = row.value('constraint', csvConstraint, 'a constraint such as SNET or "start no earlier than"');
  if (type === null) return none;
  if (type === 'as-soon-as-possible' || type === 'as-late-as-possible') return { type, date: null };
  const date = row.moment('constraintDate', /finish/.test(type) ? 'finish' : 'start');
  if (date !== null) return { type, date };
  row.changed(`Its constraint "${type}" has no date; it was read as "as-soon-as-possible".`);
  return none;
}

function customOf({ name, value }: CsvRow['custom'][number]): CustomValue {
  return { fieldId: `csv:${name}`, name, kind: 'text', value };
}

function baselinesOf(row: CsvRow): PlanBaseline[] {
  const numbers = [...new Set(row.baselines.filter(({ at }) => at !== null).map(({ number }) => number))];
  return numbers
    .sort((a, b) => a - b)
    .map((number) => {
      const find = (end: 'start' | 'finish') =>
        row.baselines.find((cell) => cell.number === number && cell.end === end)?.at ?? null;
      row.countBaseline();
      return {
        number,
        start: find('start'),
        finish: find('finish'),
        durationMinutes: null,
        workMinutes: null,
        costMinor: null,
        fixedCostMinor: null,
        timePhased: [],
      };
    });
}
