import { Refusal } from '@meridian/refusal';
import { groupedBy } from '../domain/levelling/grouped-by.js';
import { loadByWeek } from '../domain/load.js';
import type { Demand } from '../domain/staffing/fit.js';
import { weekOf, weeksBetween, weeksFrom } from '../domain/weeks.js';
import type { Tx } from './database.js';
import type { Booking } from './generated/client.js';

interface Need {
  readonly projectId: string;
  readonly resourceName: string;
  readonly skill: string;
  readonly minimumLevel: number;
}

/** More would be no answer that people read, and a computation that others wait for. */
const DEMANDS_AT_ONCE = 100;
/** Of work that takes longer, the first two years are looked at. */
const WEEKS_LOOKED_AT = 104;

/**
 * Work to come that nobody is booked for, by project and resource name: what a plan calls by one name, one person is to
 * do. With the weeks that are looked at, from the first in which there is some.
 */
export async function openDemands(
  tx: Pick<Tx, 'booking'>,
  projects: readonly { readonly projectId: string; readonly name: string }[],
  needs: readonly Need[],
  today: string,
): Promise<{ demands: Demand[]; mondays: string[] }> {
  const open = await tx.booking.findMany({
    where: {
      projectId: { in: projects.map(({ projectId }) => projectId) },
      personId: null,
      finish: { gte: today },
    },
    orderBy: [{ start: 'asc' }, { assignmentId: 'asc' }],
  });
  const groups = groupedBy(open, ({ projectId, resourceName }) => `${projectId} ${resourceName}`);
  if (groups.size > DEMANDS_AT_ONCE) throw tooMany(groups.size);
  const starts = open[0]?.start ?? today;
  const first = weekOf(starts > today ? starts : today);
  const last = open.reduce((latest, { finish }) => (finish > latest ? finish : latest), first);
  const mondays = weeksFrom(first, Math.min(WEEKS_LOOKED_AT, weeksBetween(first, weekOf(last)) + 1));
  const names = new Map(projects.map(({ projectId, name }) => [projectId, name]));
  const demands = [...groups.values()].map((bookings) => demandOf(bookings, names, needs, mondays));
  return { demands, mondays };
}

/** The work of one booking as a demand; what somebody named does is asked for by the role. */
export function demandOfBooking(
  booking: Booking,
  project: { readonly projectId: string; readonly name: string },
  { role, today }: { readonly role: string | undefined; readonly today: string },
): { demand: Demand; mondays: string[] } {
  const first = weekOf(booking.start > today ? booking.start : today);
  const last = booking.finish > first ? booking.finish : first;
  const mondays = weeksFrom(first, Math.min(WEEKS_LOOKED_AT, weeksBetween(first, weekOf(last)) + 1));
  const names = new Map([[project.projectId, project.name]]);
  const demand = demandOf([booking], names, [], mondays);
  return { demand: { ...demand, resourceName: role ?? demand.resourceName }, mondays };
}

function demandOf(
  bookings: readonly Booking[],
  names: ReadonlyMap<string, string>,
  needs: readonly Need[],
  mondays: readonly string[],
): Demand {
  const [first] = bookings;
  const { projectId = '', resourceName = '', start = '' } = first ?? {};
  const load = loadByWeek(bookings);
  return {
    projectId,
    projectName: names.get(projectId) ?? '',
    resourceName,
    assignmentIds: bookings.map(({ assignmentId }) => assignmentId),
    start,
    finish: bookings.reduce((latest, { finish }) => (finish > latest ? finish : latest), start),
    workMinutes: bookings.reduce((sum, { workMinutes }) => sum + workMinutes, 0),
    weeks: mondays.map((monday) => load.get(monday) ?? 0),
    needs: needs.filter((need) => need.projectId === projectId && need.resourceName === resourceName),
  };
}

function tooMany(count: number): Refusal {
  return new Refusal(
    'resourcing/too-many-demands',
    `The projects have ${count} resources without a person; at most ${DEMANDS_AT_ONCE} are looked at together. Choose fewer projects.`,
    { kind: 'unprocessable', details: { count } },
  );
}
