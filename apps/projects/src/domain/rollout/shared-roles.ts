import { dateFromDay, dayFromDate, type DayNumber } from '@meridian/calendar';
import { byKey } from '../template/by-key.js';

/** A role that a site wants from one day to another, both `YYYY-MM-DD` and included. */
export interface RoleDemand {
  readonly site: string;
  readonly role: string;
  readonly start: string;
  readonly finish: string;
  readonly unitsPercent: number;
}

export interface SharedRole {
  readonly role: string;
  readonly from: string;
  readonly to: string;
  readonly wantedPercent: number;
  readonly oneTeamPercent: number;
  readonly sites: readonly string[];
}

/**
 * Where sites want more of a role at once than any of them wants alone: one team that goes from site to site is not enough
 * there. A task wants its people from its first day to its last.
 */
export function sharedRoles(demands: readonly RoleDemand[]): SharedRole[] {
  const found = [...byKey(demands, ({ role }) => role)].flatMap(([role, wanted]) => ofRole(role, wanted));
  return found.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.role < b.role ? -1 : 1));
}

interface Step {
  readonly day: DayNumber;
  readonly bySite: ReadonlyMap<string, number>;
}

function ofRole(role: string, demands: readonly RoleDemand[]): SharedRole[] {
  const steps = stepsOf(demands);
  const oneTeamPercent = Math.max(...steps.flatMap(({ bySite }) => [...bySite.values()]), 0);
  const stretches: { from: DayNumber; to: DayNumber; most: number; sites: Set<string> }[] = [];
  for (const [at, { day, bySite }] of steps.entries()) {
    const wanted = [...bySite.values()].reduce((sum, percent) => sum + percent, 0);
    if (bySite.size < 2 || wanted <= oneTeamPercent) continue;
    const to = (steps[at + 1]?.day ?? day + 1) - 1;
    const last = stretches.at(-1);
    if (last?.to !== day - 1) stretches.push({ from: day, to, most: wanted, sites: new Set(bySite.keys()) });
    else {
      last.to = to;
      last.most = Math.max(last.most, wanted);
      for (const site of bySite.keys()) last.sites.add(site);
    }
  }
  return stretches.map(({ from, to, most: wantedPercent, sites }) => ({
    role,
    from: dateFromDay(from),
    to: dateFromDay(to),
    wantedPercent,
    oneTeamPercent,
    sites: [...sites],
  }));
}

/** Each day on which something begins or ends, with what each site wants from then on. */
function stepsOf(demands: readonly RoleDemand[]): Step[] {
  const changes = demands
    .flatMap(({ site, start, finish, unitsPercent }) => [
      { day: dayFromDate(start), site, change: unitsPercent },
      { day: dayFromDate(finish) + 1, site, change: -unitsPercent },
    ])
    .sort((a, b) => a.day - b.day);
  const now = new Map<string, number>();
  const steps: Step[] = [];
  for (const [at, { day, site, change }] of changes.entries()) {
    // Percents have four decimals; sums of them would otherwise leave crumbs behind.
    const left = Math.round(((now.get(site) ?? 0) + change) * 10_000) / 10_000;
    if (left === 0) now.delete(site);
    else now.set(site, left);
    if (changes[at + 1]?.day !== day) steps.push({ day, bySite: new Map(now) });
  }
  return steps;
}
