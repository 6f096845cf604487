import { add, field, relax, remove, rename, mandate, set } from './schema-changes.js';
import type { ChangeTable } from './schema-changes.js';

/** Changes of real requests and answers that break their callers: sentence, kind, where it is found. */
export const BREAKING_REQUEST_CHANGES: ChangeTable = {
  'requests.projects.report-progress.v1': [
    ['a request loses a field that callers send', 'field-removed', 'actualStart', remove('actualStart')],
    ['a request renames a field', 'field-renamed', 'percentComplete', rename('percentComplete', 'progress')],
    [
      'a request needs a field that was optional',
      'field-made-required',
      'actualStart',
      mandate('actualStart'),
    ],
    [
      'a request needs a field that callers do not know',
      'required-field-added',
      'reason',
      add('reason', { type: 'string' }, 'required'),
    ],
    [
      'a request takes less than it took',
      'maximum-lowered',
      'percentComplete',
      set('percentComplete', { maximum: 99 }),
    ],
    ['a request gives a date another form', 'pattern-changed', 'asOf', set('asOf', { pattern: '^\\d{8}$' })],
    ['a request becomes a query', 'kind-changed', '', (draft) => (draft['x-meridian'].kind = 'query')],
    ['a request is answered no more', 'answer-changed', '', (draft) => delete draft['x-meridian'].answer],
    [
      'an answer loses a field that callers show',
      'field-removed',
      'answer.projectFinish',
      remove('ProgressReported.projectFinish'),
    ],
    [
      'an answer does not always hold a field that callers need',
      'field-made-optional',
      'answer.taskVersion',
      relax('ProgressReported.taskVersion'),
    ],
    [
      'an answer becomes another class of another form',
      'field-removed',
      'answer.taskId',
      (draft) => {
        draft['$defs'].Recorded = {
          type: 'object',
          properties: { id: { type: 'string' } },
          required: ['id'],
        };
        draft['x-meridian'].answer = '#/$defs/Recorded';
      },
    ],
    [
      'an answer allows fractions where there were whole numbers',
      'fractions-allowed',
      'answer.percentComplete',
      set('ProgressReported.percentComplete', { type: 'number' }),
    ],
  ],
  'requests.projects.list-projects.v1': [
    [
      'a request gives smaller pages than callers ask for',
      'maximum-lowered',
      'limit',
      set('limit', { maximum: 50 }),
    ],
    [
      'a request takes shorter texts than before',
      'maxLength-lowered',
      'text',
      set('text', { maxLength: 20 }),
    ],
  ],
  'requests.budgeting.approve-budget.v1': [
    ['a request takes a policy no more', 'choice-removed', 'policy', set('policy', { enum: ['hard-stop'] })],
    [
      'a class within a request needs a field that was optional',
      'field-made-required',
      'lines[].taskId',
      mandate('CostLine.taskId'),
    ],
    [
      'a request takes whole numbers only',
      'fractions-forbidden',
      'tolerancePercent',
      set('tolerancePercent', { type: 'integer' }),
    ],
    [
      'a request takes only some currencies',
      'choices-imposed',
      'currency',
      set('currency', { enum: ['EUR'] }),
    ],
  ],
  'requests.budgeting.project-money.v1': [
    [
      'an answer gets a state that callers do not know',
      'choice-added',
      'answer.toleranceState',
      field('MoneyFigures.toleranceState', (f) => f['enum'].push('at-risk')),
    ],
    [
      'a class within an answer may hold null',
      'null-allowed',
      'answer.curve[].pvMinor',
      set('CurvePoint.pvMinor', { type: ['string', 'null'] }),
    ],
    [
      'an answer holds one line where it held a list',
      'list-to-value',
      'answer.lines',
      (draft) => (draft['$defs'].MoneyFigures.properties.lines = { $ref: '#/$defs/CostLine' }),
    ],
    [
      'an answer drops the form of an amount',
      'pattern-lifted',
      'answer.pvMinor',
      set('MoneyFigures.pvMinor', { pattern: undefined }),
    ],
    [
      'an answer names an amount in another unit',
      'unit-changed',
      'answer.pvMinor',
      rename('MoneyFigures.pvMinor', 'pvAmount'),
    ],
  ],
};
