import { expect, test } from '@jest/globals';
import { blankSite, bodyOf, withItem } from './site-draft.js';

const recife = {
  ...blankSite,
  code: 'REC',
  name: 'Recife',
  language: 'pt-BR',
  currency: 'brl',
  timeZone: 'America/Recife',
};

test('holidays and readiness are read line by line', () => {
  const read = bodyOf({
    ...recife,
    holidays: '2027-02-08 Carnival\n\n2027-12-24 2027-12-31 Shutdown',
    readiness: 'Network\nKey users',
  });
  expect(read).toMatchObject({
    value: {
      currency: 'BRL',
      calendar: {
        exceptions: [
          { name: 'Carnival', from: '2027-02-08', to: '2027-02-08' },
          { name: 'Shutdown', from: '2027-12-24', to: '2027-12-31' },
        ],
      },
      readiness: [
        { text: 'Network', isDone: false },
        { text: 'Key users', isDone: false },
      ],
    },
  });
});

test('what cannot be read is said with an example of what can', () => {
  expect(bodyOf({ ...recife, holidays: 'Carnival' })).toEqual({
    problem: 'The holiday “Carnival” is not like “2027-02-08 Carnival”.',
  });
  expect(bodyOf({ ...recife, hours: '8 to 5' })).toMatchObject({
    problem: expect.stringContaining('8 to 5'),
  });
});

test('one item of the readiness is done, and the rest of the site stays', () => {
  const body = bodyOf({ ...recife, readiness: 'Network\nKey users' });
  const value = 'value' in body ? body.value : undefined;
  const site = { ...value!, siteId: 's', version: 3, isReady: false };
  expect(withItem(site, 1, true)).toEqual({
    ...value,
    readiness: [
      { text: 'Network', isDone: false },
      { text: 'Key users', isDone: true },
    ],
  });
});
