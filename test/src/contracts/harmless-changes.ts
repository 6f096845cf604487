import { add, field, relax, mandate, set } from './schema-changes.js';
import type { Draft, SchemaChange } from './schema-changes.js';

type Row = readonly [sentence: string, change: (draft: Draft) => void];

const text = { type: 'string', maxLength: 500 };

const CHANGES: Readonly<Record<string, readonly Row[]>> = {
  'events.projects.task-progressed.v1': [
    ['an event gets an optional field', add('note', text, 'optional')],
    ['an event gets an optional list', add('tags', { type: 'array', items: text }, 'optional')],
    ['an event says better what it is', (draft) => (draft['description'] = 'A task moved.')],
    ['a field says better what it is', set('asOf', { description: 'The status date.' })],
    ['an event names an example', (draft) => (draft['examples'] = [{}])],
    ['a field is marked as deprecated', set('asOf', { deprecated: true })],
    ['the fields change their order', (draft) => (draft['properties'] = turned(draft['properties']))],
    ['the required fields change their order', (draft) => draft['required'].reverse()],
    ['the class is renamed, its subject is not', (draft) => (draft['title'] = 'TaskMoved')],
  ],
  'events.budgeting.cost-posted.v1': [
    ['a pattern is written in other signs', set('postedOn', { pattern: '^[0-9]{4}-\\d\\d-\\d{2}$' })],
    ['the choices of a field change their order', field('kind', (f) => f['enum'].reverse())],
  ],
  'events.projects.tasks-planned.v1': [
    ['a class within an event gets an optional field', add('PlannedTask.calendarId', text, 'optional')],
    [
      'an event gets an optional class with required fields',
      (draft) => {
        draft['$defs'].Origin = { type: 'object', properties: { file: text }, required: ['file'] };
        draft['properties'].origin = { $ref: '#/$defs/Origin' };
      },
    ],
    [
      'a class within an event is renamed',
      (draft) => {
        draft['$defs'].TaskOfPlan = draft['$defs'].PlannedTask;
        delete draft['$defs'].PlannedTask;
        draft['properties'].tasks.items.$ref = '#/$defs/TaskOfPlan';
      },
    ],
  ],
  'requests.projects.report-progress.v1': [
    ['a request takes an optional field more', add('note', text, 'optional')],
    ['a request needs a field no more', relax('asOf')],
    ['a request takes more than it took', set('percentComplete', { maximum: 200 })],
    ['a request drops the form of a date', set('asOf', { pattern: undefined })],
    ['a request takes fractions too', set('percentComplete', { type: 'number' })],
    ['an answer says more', add('ProgressReported.note', text, 'optional')],
    ['an answer always says something more', add('ProgressReported.startedOn', text, 'required')],
    ['an answer says less than it might', set('ProgressReported.percentComplete', { maximum: 99 })],
  ],
  'requests.projects.list-projects.v1': [
    ['a request gives larger pages', set('limit', { maximum: 500 })],
    ['a request takes longer texts', set('text', { maxLength: 2_000 })],
    ['a request takes null for nothing', set('text', { type: ['string', 'null'] })],
  ],
  'requests.budgeting.approve-budget.v1': [
    ['a request takes amounts of more digits', set('contingencyMinor', { pattern: '^-?\\d{1,24}$' })],
    ['a request knows a policy more', field('policy', (f) => f['enum'].push('notify'))],
    ['a class within a request takes longer texts', set('CostLine.name', { maxLength: 900 })],
    ['a class within a request needs a field no more', relax('CostLine.name')],
  ],
  'requests.budgeting.project-money.v1': [
    ['an answer always holds what it sometimes held', mandate('MoneyFigures.currency')],
    ['an answer knows a state no more', field('MoneyFigures.toleranceState', (f) => f['enum'].pop())],
    ['an answer has no negative amounts any more', set('MoneyFigures.pvMinor', { pattern: '^\\d{1,18}$' })],
    ['an answer has shorter texts', set('PostingLine.reference', { maxLength: 50 })],
  ],
};

/** Changes of real contracts that break nobody. */
export const HARMLESS_CHANGES: readonly SchemaChange[] = Object.entries(CHANGES).flatMap(([subject, rows]) =>
  rows.map(([sentence, change]) => ({ subject, sentence, change })),
);

function turned(properties: Draft): Draft {
  return Object.fromEntries(Object.entries(properties).reverse());
}
