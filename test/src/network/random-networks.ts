import {
  compileCalendar,
  momentFromIso,
  NIGHT_SHIFT_CALENDAR,
  ROUND_THE_CLOCK_CALENDAR,
  STANDARD_CALENDAR,
} from '@meridian/calendar';
import { compileNetwork } from '@meridian/network';
import fc from 'fast-check';
import type { Activity, Lag, Link, LinkKind, NetworkInput } from '@meridian/network';

export const PROJECT_START = momentFromIso('2025-04-11T08:00');
const HOLIDAYS = [{ from: '2025-04-18', to: '2025-04-21' }];
/** A counterexample shows a calendar by its name: its tables would fill pages. */
const CALENDARS = [
  compileCalendar({ ...STANDARD_CALENDAR, exceptions: HOLIDAYS }),
  compileCalendar(NIGHT_SHIFT_CALENDAR),
  compileCalendar(ROUND_THE_CLOCK_CALENDAR),
].map((calendar) => Object.assign(calendar, { [fc.toStringMethod]: () => calendar.name }));
const MOST = 12;
const ELAPSED = { durationKind: 'elapsed' } as const;

interface Drawn {
  readonly durations: readonly number[];
  readonly links: readonly { from: number; to: number; kind: LinkKind; lag: Lag }[];
}

/** Networks over several calendars, elapsed activities and every kind of lag. The first calendar is the project's. */
export function calendarNetworks(calendars = CALENDARS): fc.Arbitrary<NetworkInput> {
  const minutes = fc.integer({ min: -1500, max: 1500 });
  const lag: fc.Arbitrary<Lag> = fc.oneof(
    fc.constant({ minutes: 0 }),
    fc.record({
      minutes,
      calendar: fc.constantFrom('successor' as const, 'predecessor' as const, 'project' as const),
    }),
    minutes.map((elapsedMinutes) => ({ elapsedMinutes })),
    fc.integer({ min: -100, max: 100 }).map((percent) => ({ percent })),
  );
  const choice = fc.nat({ max: calendars.length });
  const duration = fc.oneof(fc.constant(0), fc.nat({ max: 3000 }), fc.constantFrom(480, 960));
  return fc
    .tuple(drawn(duration, lag), fc.array(choice, { minLength: MOST, maxLength: MOST }))
    .map(([network, choices]) => ({
      projectCalendar: calendars[0]!,
      calendars: new Map(calendars.map((calendar, i) => [String(i), calendar])),
      activities: network.durations.map((durationMinutes, i): Activity => {
        const isElapsed = choices[i] === calendars.length;
        return {
          id: idOf(i),
          durationMinutes,
          ...(isElapsed ? ELAPSED : { calendarId: String(choices[i]) }),
        };
      }),
      links: linksOf(network),
    }));
}

function drawn(duration: fc.Arbitrary<number>, lag: fc.Arbitrary<Lag>): fc.Arbitrary<Drawn> {
  const end = fc.nat({ max: MOST - 1 });
  const kind = fc.constantFrom<LinkKind>('FS', 'FS', 'SS', 'FF', 'SF');
  return fc
    .record({
      durations: fc.array(duration, { minLength: 1, maxLength: MOST }),
      links: fc.array(fc.record({ from: end, to: end, kind, lag }), { maxLength: 24 }),
    })
    .map(({ durations, links }) => ({
      durations,
      // Links lead from a lower number to a higher one, so there is no cycle; ids hide that order.
      links: links
        .map((link) => ({ ...link, from: Math.min(link.from, link.to), to: Math.max(link.from, link.to) }))
        .filter((link) => link.from < link.to && link.to < durations.length),
    }));
}

function linksOf({ links }: Drawn): Link[] {
  return links.map((link) => ({ ...link, from: idOf(link.from), to: idOf(link.to) }));
}

function idOf(number: number): string {
  return `a${(number * 7) % MOST}`;
}

/** The same network with activities done in pieces: several begin later or have another calendar than the activity. */
export function inPieces(networks: fc.Arbitrary<NetworkInput>): fc.Arbitrary<NetworkInput> {
  const piece = fc.record({
    afterMinutes: fc.nat({ max: 900 }),
    minutes: fc.integer({ min: 1, max: 1_500 }),
    calendarId: fc.option(fc.nat({ max: CALENDARS.length - 1 }).map(String)),
  });
  const several = fc.array(piece, { maxLength: 3 });
  return fc
    .tuple(networks, fc.array(several, { minLength: MOST, maxLength: MOST }))
    .map(([input, pieces]) => ({
      ...input,
      activities: input.activities.map((activity, i) => ({ ...activity, pieces: pieces[i]! })),
    }));
}

/** The same network in groups: activities lie under summaries, one of which may lie under another, and summaries are linked too. */
export function grouped(networks: fc.Arbitrary<NetworkInput>): fc.Arbitrary<NetworkInput> {
  const summary = fc.nat({ max: GROUPS.length - 1 });
  const link = fc.record({
    group: summary,
    other: fc.nat({ max: MOST - 1 }),
    kind: fc.constantFrom<LinkKind>('FS', 'SS', 'FF', 'SF'),
    isFrom: fc.boolean(),
  });
  return fc
    .tuple(
      networks,
      fc.array(fc.nat({ max: GROUPS.length }), { minLength: MOST, maxLength: MOST }),
      fc.boolean(),
      fc.array(link, { maxLength: 4 }),
    )
    .map(([input, parents, isNested, links]) => ({
      ...input,
      activities: [
        ...GROUPS.map((id, i) => ({
          id,
          durationMinutes: 0,
          parentId: isNested && i === 1 ? GROUPS[0]! : null,
        })),
        ...input.activities.map((activity, i) => ({ ...activity, parentId: GROUPS[parents[i]!] ?? null })),
      ],
      links: [
        ...input.links,
        ...links.map(({ group, other, kind, isFrom }) => {
          const [a, b] = [GROUPS[group]!, idOf(other)];
          return isFrom ? { from: a, to: b, kind } : { from: b, to: a, kind };
        }),
      ],
    }))
    .filter((input) => isOrdered(input));
}

const GROUPS = ['g0', 'g1', 'g2'];

function isOrdered(input: NetworkInput): boolean {
  try {
    compileNetwork(input);
    return true;
  } catch {
    return false;
  }
}
