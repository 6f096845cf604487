import type { Announce } from '@meridian/bus';
import { TimesheetMissed } from '@meridian/contracts-resourcing';
import { dueOn, overdueWeeks } from '../domain/timesheet/time-keeping.js';
import type { Tx } from './database.js';
import { loadsOfEverybody } from './everybody.js';
import type { Person } from './generated/client.js';

export interface MissingSheet {
  readonly person: Person;
  readonly capacityMinutes: number;
}

/** Who has time in a week and neither handed a sheet in nor has approved time in it, by name. */
export async function missingSheets(
  tx: Pick<Tx, '$queryRaw' | 'person'>,
  weekStart: string,
  today: string,
): Promise<MissingSheet[]> {
  const loads = await loadsOfEverybody(tx, { mondays: [weekStart], today });
  const capacities = new Map(loads.map((load) => [load.personId, load.capacityMinutes[0] ?? 0]));
  const people = await tx.person.findMany({
    where: {
      NOT: {
        timesheets: {
          some: { weekStart, OR: [{ state: { not: 'open' } }, { entries: { some: { isApproved: true } } }] },
        },
      },
    },
    orderBy: [{ name: 'asc' }, { personId: 'asc' }],
  });
  return people
    .map((person) => ({ person, capacityMinutes: capacities.get(person.personId) ?? 0 }))
    .filter(({ capacityMinutes }) => capacityMinutes > 0);
}

/** The first overdue week whose missing sheets were not told of; null when there is none. */
export async function weekToChase(
  tx: Pick<Tx, 'timeKeeping' | 'chasedWeek'>,
  today: string,
): Promise<string | null> {
  const keeping = await tx.timeKeeping.findFirst();
  const weeks = keeping ? overdueWeeks(keeping, today) : [];
  if (weeks.length === 0) return null;
  const chased = await tx.chasedWeek.findMany({ where: { weekStart: { in: weeks } } });
  return weeks.find((week) => !chased.some(({ weekStart }) => weekStart === week)) ?? null;
}

/**
 * Tells of the missing sheets of a week, unless another replica did. Who hands in at this moment is waited for, and not
 * told to be missing. Returns how many it told of.
 */
export async function chaseWeek(tx: Tx, announce: Announce, weekStart: string, now: Date): Promise<number> {
  await tx.$executeRaw`SELECT 1 FROM time_keeping FOR UPDATE`;
  const first = await tx.chasedWeek.createMany({ data: { weekStart, chasedAt: now }, skipDuplicates: true });
  if (first.count === 0) return 0;
  const missing = await missingSheets(tx, weekStart, now.toISOString().slice(0, 10));
  await tx.missedSheet.createMany({
    data: missing.map(({ person: { personId } }) => ({ personId, weekStart })),
  });
  for (const { person } of missing) await announce(TimesheetMissed, told(person, weekStart, 'missing'));
  return missing.length;
}

/** A sheet that was told to be missing came after all. */
export async function tellHandedIn(
  tx: Tx,
  announce: Announce,
  person: Person,
  weekStart: string,
): Promise<void> {
  const { count } = await tx.missedSheet.updateMany({
    where: { personId: person.personId, weekStart, isHandedIn: false },
    data: { isHandedIn: true },
  });
  if (count > 0) await announce(TimesheetMissed, told(person, weekStart, 'handed-in'));
}

function told(person: Person, weekStart: string, state: 'missing' | 'handed-in') {
  const { personId, name, orgUnit, lineManagerId } = person;
  const manager = lineManagerId === null ? {} : { lineManagerId };
  return { personId, personName: name, orgUnit, ...manager, weekStart, dueOn: dueOn(weekStart), state };
}
