import type { LabourCostFigures } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import type { PostedLabour } from '../domain/rates/labour-in-figures.js';
import { mayBeShownTogether, roundedTotal } from '../domain/rates/masked-total.js';
import type { Tx } from './database.js';
import type { Work } from './work.js';

interface PersonSum {
  readonly costMinor: bigint;
  readonly minutes: bigint;
  readonly lastDay: string;
}

/**
 * Lets the masked total of a project go on by what was posted since, as soon as that may be shown together. All that anybody
 * who may not see rates is shown are these totals, so whatever is subtracted, what is left is a step or several.
 */
export async function releaseLabour({ tx, now }: Work, projectId: string, currency: string): Promise<void> {
  const pending = await sumsByPerson(tx, projectId, 'pending');
  if (!mayBeShownTogether(pending.map(({ costMinor }) => costMinor))) return;
  const last = await lastRelease(tx, projectId);
  const releaseNo = (last?.releaseNo ?? 0) + 1;
  await tx.timeBooking.updateMany({
    where: { projectId, state: 'posted', releaseNo: null },
    data: { releaseNo },
  });
  const people = await sumsByPerson(tx, projectId, 'released');
  const { totalMinor, stepMinor, shownMinor } = roundedTotal(people.map(({ costMinor }) => costMinor));
  await tx.labourRelease.create({
    data: {
      projectId,
      releaseNo,
      people: people.length,
      minutes: people.reduce((all, { minutes }) => all + minutes, 0n),
      totalMinor,
      stepMinor,
      shownMinor,
      currency,
      through: latestDay(people),
      releasedAt: now,
    },
  });
}

/** All posted labour of a project, as far as its figures need it. */
export async function postedLabour(tx: Tx, projectId: string): Promise<PostedLabour> {
  const [last, [all], pending] = await Promise.all([
    lastRelease(tx, projectId),
    tx.$queryRaw<[{ labourMinor: bigint; labourMinutes: number }]>`
      SELECT coalesce(sum(amount_minor), 0)::bigint AS "labourMinor", coalesce(sum(minutes), 0)::int AS "labourMinutes"
        FROM time_booking WHERE project_id = ${projectId}::uuid AND state = 'posted'`,
    tx.$queryRaw<{ day: string; minutes: number }[]>`
      SELECT day::text AS day, sum(minutes)::int AS minutes FROM time_booking
       WHERE project_id = ${projectId}::uuid AND state = 'posted' AND release_no IS NULL GROUP BY day ORDER BY day`,
  ]);
  return { ...all, releasedMinor: last?.shownMinor ?? 0n, pending };
}

/** Projects whose figures count posted time at the rate of the house, as long as there is one. */
export async function projectsWithHiddenTime(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.timeBooking.findMany({
    where: { state: 'posted', releaseNo: null },
    distinct: ['projectId'],
    select: { projectId: true },
  });
  return rows.map(({ projectId }) => projectId);
}

export async function maskedLabourCost(tx: Tx, projectId: string): Promise<LabourCostFigures> {
  const shown = await lastRelease(tx, projectId);
  if (!shown) return { projectId, isMasked: true, people: 0, minutes: 0 };
  return {
    projectId,
    isMasked: true,
    currency: shown.currency,
    amountMinor: minorToWire(shown.shownMinor),
    roundedToMinor: minorToWire(shown.stepMinor),
    people: shown.people,
    minutes: Number(shown.minutes),
    through: shown.through,
  };
}

export async function exactLabourCost(tx: Tx, projectId: string): Promise<LabourCostFigures> {
  const [people, one] = await Promise.all([
    sumsByPerson(tx, projectId, 'all'),
    tx.timeBooking.findFirst({ where: { projectId, state: 'posted' }, select: { currency: true } }),
  ]);
  if (people.length === 0 || !one?.currency) return { projectId, isMasked: false, people: 0, minutes: 0 };
  return {
    projectId,
    isMasked: false,
    currency: one.currency,
    amountMinor: minorToWire(people.reduce((all, { costMinor }) => all + costMinor, 0n)),
    people: people.length,
    minutes: Number(people.reduce((all, { minutes }) => all + minutes, 0n)),
    through: latestDay(people),
  };
}

function lastRelease(tx: Tx, projectId: string) {
  return tx.labourRelease.findFirst({ where: { projectId }, orderBy: { releaseNo: 'desc' } });
}

/** What the posted time of a project cost, person by person. */
function sumsByPerson(
  tx: Tx,
  projectId: string,
  which: 'pending' | 'released' | 'all',
): PromiseLike<PersonSum[]> {
  return tx.$queryRaw<PersonSum[]>`
    SELECT sum(amount_minor)::bigint AS "costMinor", sum(minutes)::bigint AS minutes, max(day)::text AS "lastDay"
      FROM time_booking
     WHERE project_id = ${projectId}::uuid AND state = 'posted'
       AND CASE ${which} WHEN 'pending' THEN release_no IS NULL WHEN 'released' THEN release_no IS NOT NULL ELSE true END
     GROUP BY person_id`;
}

function latestDay(people: readonly PersonSum[]): string {
  return people.reduce((latest, { lastDay }) => (lastDay > latest ? lastDay : latest), '');
}
