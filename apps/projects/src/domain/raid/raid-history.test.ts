import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ENDINGS, type RaidEntry, type RaidFacts } from './raid-entry.js';
import { changedFields, textsAfter, textsOf, type FieldChange } from './raid-history.js';
import { convertEntry, raiseEntry, reviseEntry, settleEntry } from './raid-steps.js';
import { writtenFacts } from './written-entry.js';

interface Step {
  readonly version: number;
  readonly fields: readonly FieldChange[];
}

const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const assessment = fc.record({
  probabilityPercent: fc.integer({ min: 0, max: 100 }),
  impactMinor: fc.bigInt({ min: 0n, max: 10n ** 15n - 1n }),
  impactDays: fc.integer({ min: 0, max: 10_000 }),
});
const hit = fc.tuple(fc.nat(9), fc.nat(9), fc.nat(9)).map(([low, more, most]) => ({
  taskId: 'dig',
  lowMinutes: low,
  likelyMinutes: low + more,
  highMinutes: low + more + most,
}));
const facts: fc.Arbitrary<RaidFacts> = fc
  .record({
    title: fc.string({ minLength: 1 }),
    description: maybe(fc.string({ minLength: 1 })),
    inherent: assessment,
    residual: maybe(assessment),
    strategy: maybe(fc.constantFrom('avoid', 'accept')),
    responseCostMinor: maybe(fc.bigInt({ min: 0n, max: 10n ** 9n })),
    dueOn: maybe(fc.constantFrom('2026-11-30', '2026-12-31')),
    hits: fc.array(hit, { maxLength: 1 }),
  })
  .map((other) => writtenFacts({ kind: 'risk', ...other }));
const deeds = fc.array(
  fc.oneof(
    facts.map((next) => (entry: RaidEntry) => reviseEntry(entry, next, 'Better known')),
    fc
      .constantFrom('open' as const, ...ENDINGS.risk)
      .map((outcome) => (entry: RaidEntry) => settleEntry(entry, outcome, '2026-11-23')),
    fc.constant(
      (entry: RaidEntry) =>
        convertEntry(entry, { to: 'issue', entryId: 'two', number: 2, today: '2026-11-23' }).from,
    ),
  ),
  { maxLength: 12 },
);

test('the history of an entry tells what it says at every version, and what it said before each step', () => {
  fc.assert(
    fc.property(facts, deeds, (first, wishes) => {
      let entry = raiseEntry(first, {
        entryId: 'one',
        projectId: 'wall',
        number: 1,
        currency: 'EUR',
        today: '2026-11-02',
      });
      const steps: Step[] = [{ version: 1, fields: changedFields(null, entry) }];
      for (const wish of wishes) {
        const next = allowed(wish, entry);
        if (next === null) continue;
        const fields = changedFields(entry, next);
        const told = { ...unsaid(entry), ...textsAfter(steps) };
        for (const { field, before } of fields) expect(told[field] ?? null).toBe(before);
        steps.push({ version: next.version, fields });
        entry = next;
      }
      expect({ ...unsaid(entry), ...textsAfter(steps) }).toEqual(textsOf(entry));
      expect(steps.map(({ version }) => version)).toEqual(steps.map((_, at) => at + 1));
    }),
  );
});

test('nothing is told of what stays', () => {
  const entry = raiseEntry(writtenFacts(), {
    entryId: 'one',
    projectId: 'wall',
    number: 1,
    currency: 'EUR',
    today: '2026-11-02',
  });
  const revised = reviseEntry(entry, writtenFacts({ dueOn: '2026-12-15' }), 'Named a day');
  expect(changedFields(entry, revised)).toEqual([{ field: 'dueOn', before: null, after: '2026-12-15' }]);
});

/** Every field, empty: what history does not speak of was never said. */
function unsaid(entry: RaidEntry): Record<string, string | null> {
  return Object.fromEntries(Object.keys(textsOf(entry)).map((field) => [field, null]));
}

function allowed(wish: (entry: RaidEntry) => RaidEntry, entry: RaidEntry): RaidEntry | null {
  try {
    return wish(entry);
  } catch {
    return null;
  }
}
