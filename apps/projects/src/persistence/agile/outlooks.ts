import type { Call } from '@meridian/bus';
import { MilestoneForecastChanged } from '@meridian/contracts-projects';
import { milestoneOutlooks, type Outlook } from '../../domain/agile/milestone-outlook.js';
import { weeklyThroughput, type WeekOfWork } from '../../domain/agile/throughput.js';
import type { Tx } from '../database.js';
import { withoutGaps } from '../without-gaps.js';

export const DEFAULT_SEED = 1;

export interface OutlookAsked {
  readonly projectId: string;
  readonly unit: 'items' | 'points';
  readonly seed: number;
  readonly today: string;
}

/** What a project finished, week by week, since its first sprint began. */
export async function throughputOf(tx: Tx, projectId: string, today: string): Promise<WeekOfWork[]> {
  const { _min } = await tx.sprint.aggregate({ where: { projectId }, _min: { startedOn: true } });
  if (_min.startedOn === null) return [];
  const done = await tx.backlogItem.findMany({
    where: { projectId, state: 'done' },
    select: { doneOn: true, points: true },
  });
  const finished = done.flatMap(({ doneOn, points }) => (doneOn === null ? [] : [{ doneOn, points }]));
  return weeklyThroughput(finished, { since: _min.startedOn, today });
}

/** The forecast of every milestone that open items are needed for, and from what it was drawn. */
export async function outlooksOf(
  tx: Tx,
  { projectId, ...asked }: OutlookAsked,
): Promise<{ readonly history: readonly WeekOfWork[]; readonly outlooks: readonly Outlook[] }> {
  const history = await throughputOf(tx, projectId, asked.today);
  const open = await tx.backlogItem.findMany({
    where: { projectId, state: { in: ['backlog', 'committed', 'in-progress'] } },
    select: { rank: true, points: true, milestoneId: true },
  });
  const rows = await tx.milestone.findMany({
    where: { projectId, isWithdrawn: false, isDone: false },
    orderBy: { milestoneId: 'asc' },
  });
  const milestones = rows.map(({ milestoneId, name, baselineOn, forecastOn }) => ({
    milestoneId,
    name,
    dueOn: baselineOn ?? forecastOn,
  }));
  return { history, outlooks: milestoneOutlooks({ ...asked, milestones, open, history }) };
}

/** Tells of the milestones that are expected on other days than was told before. */
export async function tellOutlooks(call: Call<Tx>, projectId: string): Promise<void> {
  const { tx, announce } = call;
  const today = call.now.toISOString().slice(0, 10);
  const { history, outlooks } = await outlooksOf(tx, { projectId, unit: 'items', seed: DEFAULT_SEED, today });
  const told = await tx.milestoneOutlook.findMany({ where: { projectId } });
  const before = new Map(told.map((row) => [row.milestoneId, row]));
  for (const { milestoneId, dueOn, remaining, ahead, p50On, p80On, p90On, inTimePercent } of outlooks) {
    const last = before.get(milestoneId);
    const isSame = last?.p50On === p50On && last.p80On === p80On && last.p90On === p90On;
    if (inTimePercent === null || isSame) continue;
    const facts = { asOf: today, dueOn, remainingItems: remaining + ahead, historyWeeks: history.length };
    const figures = { projectId, ...facts, p50On, p80On, p90On, inTimePercent };
    await tx.milestoneOutlook.upsert({
      where: { milestoneId },
      create: { milestoneId, ...figures },
      update: figures,
    });
    const known = { projectId, milestoneId, ...facts, inTimePercent };
    await announce(MilestoneForecastChanged, { ...known, ...withoutGaps({ p50On, p80On, p90On }) });
  }
}
