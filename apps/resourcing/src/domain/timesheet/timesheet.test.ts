import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { closeTime, dueOn, overdueWeeks } from './time-keeping.js';
import { TimeBook } from './time-book-model.js';

const [MONDAY, NEXT_MONDAY] = ['2026-11-16', '2026-11-23'];
const MANAGER = 'manager';

const day = fc.integer({ min: 16, max: 29 }).map((of) => `2026-11-${of}`);
const line = fc.record({
  day,
  projectId: fc.constantFrom('bridge', 'tunnel'),
  minutes: fc.integer({ min: 1, max: 900 }),
});
const monday = fc.constantFrom(MONDAY, NEXT_MONDAY);
const step = fc.oneof(
  fc.record({ act: fc.constant('record' as const), monday, lines: fc.array(line, { maxLength: 4 }) }),
  fc.record({ act: fc.constant('reverse' as const), monday, day, at: fc.nat(20) }),
  fc.record({ act: fc.constantFrom('submit' as const, 'approve' as const, 'return' as const), monday }),
  fc.record({ act: fc.constant('lock' as const), day }),
);

/** Whatever people do in whatever order; what is refused changes nothing. */
describe('after any sequence of commands', () => {
  const after = (check: (book: TimeBook) => void) =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const book = new TimeBook([MONDAY, NEXT_MONDAY], MANAGER);
        for (const one of steps) {
          book.take(one);
          check(book);
        }
      }),
      { numRuns: 300 },
    );

  test('what was told for a project is the sum of the approved lines of its sheets', () => {
    after((book) => {
      for (const projectId of ['bridge', 'tunnel']) {
        expect(book.told(projectId)).toBe(book.approved(projectId));
      }
    });
  });

  test('the sum of a sheet is what was approved in it and what was written last', () => {
    after((book) => {
      for (const monday of [MONDAY, NEXT_MONDAY]) expect(book.total(monday)).toBe(book.expected(monday));
    });
  });

  test('no line is told twice, none is taken back twice, and what was told is never changed', () => {
    after((book) => {
      const ids = book.booked.map(({ entryId }) => entryId);
      expect(new Set(ids).size).toBe(ids.length);
      const reversed = book.booked.flatMap(({ reversesEntryId }) => reversesEntryId ?? []);
      expect(new Set(reversed).size).toBe(reversed.length);
      const lines = new Map(book.lines().map((one) => [one.entryId, one]));
      for (const told of book.booked) expect(lines.get(told.entryId)).toEqual(told);
    });
  });

  test('nothing enters time after it was closed', () => {
    after((book) => expect(book.enteredClosedTime).toEqual([]));
  });

  test('a line and its reversal come to nothing', () => {
    after((book) => {
      for (const reversal of book.booked.filter(({ reversesEntryId }) => reversesEntryId !== null)) {
        const original = book.booked.find(({ entryId }) => entryId === reversal.reversesEntryId);
        expect(original?.minutes).toBe(-reversal.minutes);
        expect(original?.projectId).toBe(reversal.projectId);
      }
    });
  });
});

const worked = (over: object = {}) => ({ day: MONDAY, projectId: 'bridge', minutes: 480, ...over });

function written(lines: readonly object[]): TimeBook {
  const book = new TimeBook([MONDAY, NEXT_MONDAY], MANAGER);
  book.record(MONDAY, lines as never);
  return book;
}

function approved(lines: readonly object[]): TimeBook {
  const book = written(lines);
  book.submit(MONDAY);
  book.approve(MONDAY, MANAGER);
  return book;
}

const refused = (code: string) => expect.objectContaining({ code });

describe('a sheet', () => {
  test('takes no line of another week, none of more than a day, and none without work', () => {
    expect(() => written([worked({ day: NEXT_MONDAY })])).toThrow(refused('resourcing/day-outside-week'));
    expect(() => written([worked({ minutes: 900 }), worked({ minutes: 541 })])).toThrow(
      refused('resourcing/day-too-long'),
    );
    expect(() => written([worked({ day: '2026-11-31' })])).toThrow(refused('resourcing/no-such-day'));
    for (const wrong of [{ projectId: undefined }, { background: 'training' }, { minutes: undefined }])
      expect(() => written([worked(wrong)])).toThrow(refused('resourcing/time-without-work'));
    expect(() => written([{ day: MONDAY, background: 'training', taskId: 'task', minutes: 5 }])).toThrow(
      refused('resourcing/time-without-work'),
    );
  });

  test('is not changed while it waits, and not decided on before it is handed in or by its owner', () => {
    const book = written([worked()]);
    expect(() => book.approve(MONDAY, MANAGER)).toThrow(refused('resourcing/timesheet-not-submitted'));
    book.submit(MONDAY);
    expect(() => book.record(MONDAY, [])).toThrow(refused('resourcing/timesheet-submitted'));
    expect(() => book.submit(MONDAY)).toThrow(refused('resourcing/timesheet-not-open'));
    expect(() => book.approve(MONDAY, book.personId)).toThrow(refused('resourcing/own-timesheet'));
  });

  test('that was returned is written anew, its earlier lines gone', () => {
    const book = written([worked()]);
    book.submit(MONDAY);
    book.giveBack(MONDAY);
    book.record(MONDAY, [worked({ minutes: 60 })]);
    expect(book.lines()).toMatchObject([{ minutes: 60, isApproved: false }]);
  });
});

describe('an approved line', () => {
  test('stays when the sheet is written again, and is taken back by another line once', () => {
    const book = approved([worked()]);
    const [line] = book.lines();
    const reversesEntryId = line?.entryId;
    book.record(MONDAY, [{ day: MONDAY, reversesEntryId }, worked({ minutes: 240 })]);
    book.submit(MONDAY);
    book.approve(MONDAY, MANAGER);
    expect(book.lines().map(({ minutes }) => minutes)).toEqual([480, -480, 240]);
    expect(book.told('bridge')).toBe(240);
    const again = () => book.record(MONDAY, [{ day: MONDAY, reversesEntryId }]);
    expect(again).toThrow(refused('resourcing/entry-reversed'));
    const reversal = book.lines().find(({ minutes }) => minutes < 0)?.entryId;
    expect(() => book.record(MONDAY, [{ day: MONDAY, reversesEntryId: reversal }])).toThrow(
      refused('resourcing/entry-not-reversible'),
    );
  });

  test('of closed time is taken back on a day that is open, and of open time on its own day', () => {
    const book = approved([worked()]);
    const reversesEntryId = book.lines()[0]?.entryId;
    const later = [{ day: NEXT_MONDAY, reversesEntryId }];
    expect(() => book.record(NEXT_MONDAY, later)).toThrow(refused('resourcing/day-outside-week'));
    book.take({ act: 'lock', day: '2026-11-22' });
    expect(() => book.record(MONDAY, [{ day: MONDAY, reversesEntryId }])).toThrow(
      refused('resourcing/period-locked'),
    );
    book.record(NEXT_MONDAY, later);
    expect(book.lines().at(-1)).toMatchObject({ day: NEXT_MONDAY, minutes: -480, projectId: 'bridge' });
  });

  test('of somebody else is not known', () => {
    expect(() => written([{ day: MONDAY, reversesEntryId: 'theirs' }])).toThrow(
      refused('resourcing/time-entry-not-found'),
    );
  });
});

describe('time keeping', () => {
  const kept = { keptFrom: '2026-11-02', lockedThrough: null };

  test('a sheet is due on the Monday after its week and overdue from Tuesday on', () => {
    expect(dueOn(MONDAY)).toBe(NEXT_MONDAY);
    expect(overdueWeeks(kept, NEXT_MONDAY)).toEqual(['2026-11-02', '2026-11-09']);
    expect(overdueWeeks(kept, '2026-11-24')).toEqual(['2026-11-02', '2026-11-09', MONDAY]);
  });

  test('no sheet is asked for before keeping began, of closed time, or of long ago', () => {
    expect(overdueWeeks({ keptFrom: null, lockedThrough: null }, '2026-11-24')).toEqual([]);
    expect(overdueWeeks({ ...kept, keptFrom: '2026-11-10' }, '2026-11-24')).toEqual([MONDAY]);
    expect(overdueWeeks({ ...kept, lockedThrough: '2026-11-15' }, '2026-11-24')).toEqual([MONDAY]);
    expect(overdueWeeks({ ...kept, keptFrom: '2020-01-06' }, '2026-11-24')).toHaveLength(8);
    expect(overdueWeeks({ ...kept, keptFrom: '2027-01-04' }, '2026-11-24')).toEqual([]);
  });

  test('time is closed for days that are over, never opened again, and not over sheets that wait', () => {
    const now = { today: '2026-11-24', waiting: 0 };
    const locked = { ...kept, lockedThrough: '2026-10-31' };
    expect(() => closeTime(locked, '2026-11-15', now)).not.toThrow();
    expect(() => closeTime(locked, '2026-10-30', now)).toThrow(refused('resourcing/lock-goes-forward'));
    expect(() => closeTime(locked, '2026-11-24', now)).toThrow(refused('resourcing/lock-before-today'));
    expect(() => closeTime(locked, '2026-11-15', { ...now, waiting: 2 })).toThrow(
      refused('resourcing/timesheets-waiting'),
    );
  });
});
