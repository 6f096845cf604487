import { add, field, relax, remove, rename, mandate, set } from './schema-changes.js';
import type { ChangeTable } from './schema-changes.js';

/** Changes of real events that break their consumers: sentence, kind, where it is found. */
export const BREAKING_EVENT_CHANGES: ChangeTable = {
  'events.projects.task-progressed.v1': [
    ['an event loses a required field', 'field-removed', 'reportedBy', remove('reportedBy')],
    ['an event loses an optional field', 'field-removed', 'actualStart', remove('actualStart')],
    ['an event renames a field', 'field-renamed', 'percentComplete', rename('percentComplete', 'progress')],
    [
      'an event renames a field and keeps the unit in its name',
      'field-renamed',
      'asOf',
      rename('asOf', 'statusDate'),
    ],
    [
      'an event gets a new required field',
      'required-field-added',
      'workMinutes',
      add('workMinutes', { type: 'integer' }, 'required'),
    ],
    [
      'an event makes an optional field required',
      'field-made-required',
      'actualStart',
      mandate('actualStart'),
    ],
    ['an event makes a required field optional', 'field-made-optional', 'reportedBy', relax('reportedBy')],
    [
      'an event writes a number as text',
      'type-changed',
      'percentComplete',
      set('percentComplete', { type: 'string' }),
    ],
    [
      'an event allows fractions where there were whole numbers',
      'fractions-allowed',
      'percentComplete',
      set('percentComplete', { type: 'number' }),
    ],
    [
      'an event writes a statement as a word',
      'type-changed',
      'isMilestone',
      set('isMilestone', { type: 'string' }),
    ],
    [
      'an event writes null where there was always a value',
      'null-allowed',
      'reportedBy',
      set('reportedBy', { type: ['string', 'null'] }),
    ],
    [
      'an event lets a percentage go below what was the least',
      'minimum-lowered',
      'percentComplete',
      set('percentComplete', { minimum: -100 }),
    ],
    [
      'an event lets a percentage go above 100',
      'maximum-raised',
      'percentComplete',
      set('percentComplete', { maximum: 200 }),
    ],
    [
      'an event forbids percentages that were announced before',
      'maximum-lowered',
      'percentComplete',
      set('percentComplete', { maximum: 99 }),
    ],
    ['an event counts versions from 2', 'minimum-raised', 'taskVersion', set('taskVersion', { minimum: 2 })],
    [
      'an event writes a date with its time',
      'pattern-changed',
      'asOf',
      set('asOf', { pattern: '^\\d{4}-\\d{2}-\\d{2}T.*$' }),
    ],
    ['an event drops the form of a date', 'pattern-lifted', 'asOf', set('asOf', { pattern: undefined })],
    ['an event has ids of another form', 'format-changed', 'taskId', set('taskId', { format: 'uri' })],
    ['an event lets any text be an id', 'format-lifted', 'taskId', set('taskId', { format: undefined })],
    ['an event gives an id a prefix', 'pattern-imposed', 'taskId', set('taskId', { pattern: '^task-' })],
    [
      'an event moves to another aggregate',
      'aggregate-changed',
      '',
      (draft) => (draft['x-meridian'].aggregate = 'taskId'),
    ],
    [
      'an event travels on another subject',
      'subject-changed',
      '',
      (draft) => (draft['x-meridian'].subject = 'events.projects.task-moved.v1'),
    ],
    ['an event becomes a query', 'kind-changed', '', (draft) => (draft['x-meridian'].kind = 'query')],
    [
      'an event gets a rule that the gate has never seen',
      'rule-changed',
      'percentComplete',
      set('percentComplete', { multipleOf: 5 }),
    ],
  ],
  'events.budgeting.cost-posted.v1': [
    [
      'an event names an amount in another unit',
      'unit-changed',
      'amountMinor',
      rename('amountMinor', 'amount'),
    ],
    [
      'an event changes the unit in the name and the form of the amount',
      'unit-changed',
      'actualMinor',
      (draft) => {
        remove('actualMinor')(draft);
        add('actualCents', { type: 'integer' }, 'required')(draft);
      },
    ],
    [
      'an event gets a kind of posting that consumers do not know',
      'choice-added',
      'kind',
      field('kind', (f) => f['enum'].push('accrual')),
    ],
    [
      'an event loses a kind of posting that is in its past',
      'choice-removed',
      'kind',
      field('kind', (f) => f['enum'].pop()),
    ],
    [
      'an event has amounts of more digits than its consumers keep',
      'pattern-widened',
      'committedMinor',
      set('committedMinor', { pattern: '^-?\\d{1,24}$' }),
    ],
    [
      'an event has no negative amounts any more, and its past has',
      'pattern-narrowed',
      'committedMinor',
      set('committedMinor', { pattern: '^\\d{1,18}$' }),
    ],
    ['an event takes any word for a kind', 'choices-lifted', 'kind', set('kind', { enum: undefined })],
    [
      'an event allows only some currencies',
      'choices-imposed',
      'currency',
      set('currency', { enum: ['EUR', 'CHF'] }),
    ],
    [
      'an event has longer texts than its consumers keep',
      'maxLength-raised',
      'reference',
      set('reference', { maxLength: 4_000 }),
    ],
    [
      'an event drops the greatest length of a text',
      'maxLength-raised',
      'reference',
      set('reference', { maxLength: undefined }),
    ],
    [
      'an event has shorter texts than were announced before',
      'maxLength-lowered',
      'reference',
      set('reference', { maxLength: 20 }),
    ],
    ['an event lets a text be empty', 'minLength-lowered', 'reference', set('reference', { minLength: 0 })],
    [
      'an event asks for longer texts than were announced before',
      'minLength-raised',
      'reference',
      set('reference', { minLength: 5 }),
    ],
    [
      'an event puts an amount and its currency into one object',
      'type-changed',
      'amountMinor',
      set('amountMinor', { type: 'object' }),
    ],
    [
      'an event says nothing any more of what an amount is',
      'type-lifted',
      'amountMinor',
      set('amountMinor', { type: undefined }),
    ],
  ],
  'events.projects.tasks-planned.v1': [
    ['a class within an event loses a field', 'field-removed', 'tasks[].wbs', remove('PlannedTask.wbs')],
    [
      'a class within an event names a duration in another unit',
      'unit-changed',
      'tasks[].durationMinutes',
      rename('PlannedTask.durationMinutes', 'durationHours'),
    ],
    [
      'a class within an event gets a required field',
      'required-field-added',
      'tasks[].calendarId',
      add('PlannedTask.calendarId', { type: 'string' }, 'required'),
    ],
    [
      'a class within an event changes a type',
      'type-changed',
      'tasks[].totalFloatMinutes',
      set('PlannedTask.totalFloatMinutes', { type: 'string' }),
    ],
    [
      'an event carries one task where it carried a list',
      'list-to-value',
      'tasks',
      (draft) => (draft['properties'].tasks = { $ref: '#/$defs/PlannedTask' }),
    ],
    [
      'the members of a list become ids instead of objects',
      'type-changed',
      'tasks[]',
      set('tasks', { items: { type: 'string', format: 'uuid' } }),
    ],
    [
      'a list may hold fewer members than before',
      'maxItems-lowered',
      'tasks',
      set('tasks', { maxItems: 10 }),
    ],
    ['a list must hold more members than before', 'minItems-raised', 'tasks', set('tasks', { minItems: 1 })],
    [
      'an event carries a list where it carried a value',
      'value-to-list',
      'planVersion',
      (draft) => (draft['properties'].planVersion = { type: 'array', items: { type: 'integer' } }),
    ],
  ],
  'events.budgeting.earned-value-changed.v1': [
    [
      'the texts in a list become longer than consumers keep',
      'maxLength-raised',
      'flags[]',
      field('flags', (f) => (f['items'].maxLength = 1_000)),
    ],
    [
      'a list of texts becomes a list of anything',
      'type-lifted',
      'flags[]',
      set('flags', { items: undefined }),
    ],
  ],
  'events.projects.milestone-recorded.v1': [
    [
      'the ids in a list become names',
      'format-lifted',
      'sharedWith[]',
      field('sharedWith', (f) => delete f['items'].format),
    ],
  ],
};
