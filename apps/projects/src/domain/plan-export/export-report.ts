import type { PlanLoss } from './plan-losses.js';

export type ExportFormat = 'mspdi' | 'pmxml' | 'csv' | 'icalendar';

/** A loss with what it means, in one sentence. */
export interface ExplainedLoss extends PlanLoss {
  readonly sentence: string;
}

/** What an export does not carry over, found by reading it back. Empty when the file says all that the plan says. */
export interface ExportReport {
  readonly format: ExportFormat;
  readonly losses: readonly ExplainedLoss[];
}

/** What formats have no place for, by the beginning of the field's path. The first that fits counts. */
const REASONS: readonly (readonly [formats: string, kind: string, field: RegExp, reason: string])[] = [
  [
    'mspdi pmxml',
    '',
    /timePhased/,
    'work spread over time is written in whole stretches, amounts not at all',
  ],
  [
    'mspdi',
    'task',
    /^constraint/,
    'Microsoft Project has no wish that a link may overrule; it becomes a must',
  ],
  [
    'mspdi',
    'task',
    /^(code|activityKind|actual\.percentKind)$/,
    'Microsoft Project has no activity ids and kinds',
  ],
  ['mspdi', 'task', /^uid$/, 'the line of the whole project has UID 0 in Microsoft Project'],
  [
    'mspdi',
    'project',
    /^(lagCalendar|mustFinishBy|progress)/,
    'Microsoft Project always schedules the same way',
  ],
  ['pmxml', 'task', /^\*$/, 'Primavera has no inactive activities'],
  ['pmxml', 'link', /^\*$/, 'Primavera links activities only, not summaries'],
  ['pmxml', 'assignment', /^\*$/, 'Primavera assigns resources to activities only, not to summaries'],
  ['pmxml', 'link', /^lag/, 'Primavera counts all lags of a plan in hours of one calendar'],
  ['pmxml', 'task', /^(wbs|outlineNumber|id|order)$/, 'Primavera places activities by their WBS element'],
  ['pmxml', 'task', /^durationStyle|^calendarUid$/, 'Primavera keeps hours; elapsed time becomes a calendar'],
  [
    'pmxml',
    'task',
    /^(code|activityKind|type)$/,
    'Primavera gives every activity an id, a kind and a type of duration',
  ],
  ['pmxml', 'task', /^name$/, 'the line of the whole project is called like the project'],
  [
    'pmxml',
    'task',
    /^(durationMinutes|actual\.remainingDurationMinutes)$/,
    'Primavera suspends an activity once, when it has begun: other splits count as duration; summaries have no duration',
  ],
  ['pmxml', 'task', /^priority$/, 'Primavera has five priorities; the nearest was taken'],
  ['pmxml', 'task', /^isManual$/, 'Primavera schedules everything itself'],
  ['pmxml', 'project', /^progress/, 'Primavera plans nothing undone before its data date'],
  [
    'pmxml',
    'calendar',
    /^(weekdays|exceptions|workWeeks)/,
    'Primavera has whole weeks and exceptions of single days',
  ],
  [
    'pmxml',
    'task',
    /^(actual|computed|cost|work|start|finish|duration|isCritical|baselines)/,
    'Primavera has these of activities, not of summaries',
  ],
  [
    'pmxml',
    'project',
    /^(newTasks|current|default|honour|multiple|week)/,
    'Primavera has no such setting in a project',
  ],
  [
    'pmxml',
    'resource',
    /^(rates|standardRate|overtimeRate|costPerUse|availability)/,
    'Primavera has prices per hour with dates, nothing per use and no overtime price',
  ],
  ['csv', 'calendar', /./, 'a list of tasks has no calendars'],
  ['csv', 'project', /./, 'a list of tasks says nothing of the project'],
  ['csv', 'resource', /./, 'a list of tasks has only the names of resources'],
  ['csv', 'assignment', /./, 'a list of tasks has only the names and units of assignments'],
];

export function explained(format: ExportFormat, loss: PlanLoss): ExplainedLoss {
  const reason = REASONS.find(
    ([formats, kind, field]) =>
      formats.split(' ').includes(format) && (kind === '' || kind === loss.kind) && field.test(loss.field),
  )?.[3];
  const what =
    loss.field === '*' ? `${plural(loss)} missing or added` : `"${wordsOf(loss.field)}" of ${plural(loss)}`;
  const why = reason ?? 'the format has no place for it';
  return { ...loss, sentence: `${what}, the first ${loss.example}: ${why}.` };
}

function plural({ kind, count }: PlanLoss): string {
  return count === 1 ? `1 ${kind}` : `${count} ${kind}s`;
}

/** `actual.remainingDurationMinutes` in words: actual remaining duration minutes. */
function wordsOf(field: string): string {
  return field.replace(/[.]/g, ' ').replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
