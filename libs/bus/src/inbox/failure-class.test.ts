import { expect, test } from '@jest/globals';
import { Refusal } from '@meridian/refusal';
import { Unavailable } from '../requests/request-errors.js';
import { failureClass, ReactionHung } from './failure-class.js';

const coded = (code: string) => Object.assign(new Error('from the database'), { code });
const wrapped = (originalCode: string) =>
  Object.assign(new Error('Raw query failed'), {
    code: 'P2010',
    meta: { driverAdapterError: { cause: { originalCode } } },
  });

test.each([
  ['permanent', new Refusal('budgeting/no-budget', 'There is no budget.')],
  ['outage', new Unavailable('Projects does not answer.')],
  ['hang', new ReactionHung('events.projects.task-progressed.v1', 1_000)],
  ['hang', coded('57014')],
  ['hang', wrapped('57014')],
  ['conflict', coded('40001')],
  ['conflict', wrapped('40P01')],
  ['outage', coded('57P01')],
  ['outage', new Error('Connection terminated unexpectedly')],
  ['defect', coded('23514')],
  ['defect', new TypeError('cannot read properties of undefined')],
  ['defect', 'a text that somebody threw'],
])('a failure is a %s: %s', (kind, error) => expect(failureClass(error)).toBe(kind));
