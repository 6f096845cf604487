import { expect, test } from '@jest/globals';
import type { SiteLine } from '@meridian/contracts-projects';
import { blankSite, bodyOf, changedSite, draftOf, isPlain, withItem } from './site-draft.js';

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

const shifts = [{ from: '08:00', to: '16:00' }];
const line: SiteLine = {
  siteId: 'rec',
  version: 3,
  code: 'REC',
  name: 'Recife',
  calendar: {
    name: 'Recife',
    week: (['monday', 'tuesday'] as const).map((weekday) => ({ weekday, shifts })),
    exceptions: [{ name: 'Carnival', from: '2027-02-08', to: '2027-02-09', shifts: [] }],
  },
  language: 'pt-BR',
  currency: 'BRL',
  timeZone: 'America/Recife',
  managerPersonId: 'ines',
  managerName: 'Ines Moreau',
  readiness: [{ text: 'Network', isDone: true }],
  isReady: true,
};

test('a site is shown and written again as it was; what is done of its readiness stays done', () => {
  const { siteId: _, version: __, isReady: ___, ...body } = line;
  expect(changedSite(draftOf(line), line)).toEqual({ value: body });
  const more = { ...draftOf(line), managerName: 'Ole Lindqvist', readiness: 'Network\nKey users' };
  const changed = changedSite(more, line);
  expect(changed).toMatchObject({
    value: {
      managerName: 'Ole Lindqvist',
      readiness: [
        { text: 'Network', isDone: true },
        { text: 'Key users', isDone: false },
      ],
    },
  });
  expect('value' in changed && changed.value.managerPersonId).toBeUndefined();
});

test('a calendar with other hours on other days is not flattened', () => {
  const week = [
    ...line.calendar.week,
    { weekday: 'friday' as const, shifts: [{ from: '08:00', to: '12:00' }] },
  ];
  const uneven = { ...line, calendar: { ...line.calendar, week } };
  expect([isPlain(line), isPlain(uneven)]).toEqual([true, false]);
  expect(changedSite({ ...draftOf(uneven), name: 'Olinda' }, uneven)).toMatchObject({
    value: { name: 'Olinda', calendar: uneven.calendar },
  });
});
