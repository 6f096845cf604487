import { MilestoneRecorded, MilestoneWithdrawn } from '@meridian/contracts-projects';
import { milestoneOf, type PlannedMilestone } from '../domain/milestone/planned-milestone.js';
import type { Phase } from '../domain/milestone/milestone.js';
import type { StoredTask, TaskDates } from '../domain/plan/stored-plan.js';
import type { Prisma } from './generated/client.js';
import { writeRows } from './many-rows.js';
import {
  criteriaOf,
  keepHistory,
  toldCriteria,
  type RecordedFor,
  type Recording,
} from './milestone-history.js';
import { withoutGaps } from './without-gaps.js';

export type MilestoneRow = Prisma.MilestoneGetPayload<object>;

interface PlanNow {
  readonly projectId: string;
  readonly planVersion: number;
  readonly dataDate: string | null;
  readonly phases: readonly Phase[];
  readonly tasks: readonly StoredTask[];
  readonly dates: ReadonlyMap<string, TaskDates>;
}

/** Brings the milestones of a project up to its plan and announces those that are other than before, and those that are gone. */
export async function followPlan(call: Recording, plan: PlanNow): Promise<void> {
  const { projectId, planVersion, dataDate } = plan;
  const rows = await call.tx.milestone.findMany({ where: { projectId } });
  const planned = plan.tasks.flatMap((task) => milestoneOf(task, plan.dates, plan.phases) ?? []);
  await record(call, { projectId, dataDate, before: rows, planned });
  const kept = new Set(planned.map(({ milestoneId }) => milestoneId));
  const gone = rows
    .filter(({ milestoneId, isWithdrawn }) => !isWithdrawn && !kept.has(milestoneId))
    .map((row) => ({ ...row, isWithdrawn: true, version: row.version + 1 }));
  await writeRows(call.tx, 'milestone', gone, ['milestone_id']);
  await keepHistory(call, gone, { cause: 'withdrawal', dataDate });
  for (const { milestoneId, name } of gone) {
    await call.announce(MilestoneWithdrawn, { projectId, milestoneId, name, planVersion });
  }
}

interface Moved {
  readonly projectId: string;
  readonly dataDate: string | null;
  readonly planned: readonly PlannedMilestone[];
}

/** The same for milestones that moved or were reached, and no others. */
export async function followMoved(call: Recording, moved: Moved): Promise<void> {
  if (moved.planned.length === 0) return;
  const ids = moved.planned.map(({ milestoneId }) => milestoneId);
  const before = await call.tx.milestone.findMany({ where: { milestoneId: { in: ids } } });
  await record(call, { ...moved, before });
}

async function record(
  call: Recording,
  { projectId, dataDate, before, planned }: Moved & { readonly before: readonly MilestoneRow[] },
): Promise<void> {
  const known = new Map(before.map((row) => [row.milestoneId, row]));
  const changed = planned.flatMap((milestone): MilestoneRow[] => {
    const old = known.get(milestone.milestoneId) ?? NEW;
    if (isSame(old, milestone)) return [];
    return [{ ...old, ...milestone, projectId, isWithdrawn: false, version: old.version + 1 }];
  });
  await writeRows(call.tx, 'milestone', changed, ['milestone_id']);
  await keepHistory(call, changed, { cause: 'plan', dataDate });
  for (const milestone of changed) await call.announce(MilestoneRecorded, milestoneFact(milestone));
}

const NEW = {
  version: 0,
  acceptedOn: null,
  ownerPersonId: null,
  ownerName: null,
  criteria: [],
  sharedWith: [],
  isWithdrawn: true,
};

export interface MilestoneChange {
  readonly milestone: MilestoneRow;
  readonly changes: Prisma.MilestoneUpdateInput;
}

/** Writes a changed milestone, keeps what it is now and announces it. */
export async function save(
  call: Recording,
  { milestone, changes }: MilestoneChange,
  recordedFor: RecordedFor,
): Promise<MilestoneRow> {
  const saved = await call.tx.milestone.update({
    where: { milestoneId: milestone.milestoneId },
    data: { ...changes, version: milestone.version + 1 },
  });
  await keepHistory(call, [saved], recordedFor);
  await call.announce(MilestoneRecorded, milestoneFact(saved));
  return saved;
}

function milestoneFact(milestone: MilestoneRow) {
  const { projectId, milestoneId, version, name, forecastOn, isDone, sharedWith } = milestone;
  const { phaseId, baselineOn, actualOn, acceptedOn, ownerPersonId, ownerName } = milestone;
  const criteria = criteriaOf(milestone);
  return {
    projectId,
    milestoneId,
    version,
    name,
    forecastOn,
    isDone,
    sharedWith,
    ...withoutGaps({ phaseId, baselineOn, actualOn, acceptedOn, ownerPersonId, ownerName }),
    ...(criteria.length === 0 ? {} : { criteria: toldCriteria(criteria) }),
  };
}

function isSame(row: MilestoneRow | typeof NEW, planned: PlannedMilestone): boolean {
  if (!('milestoneId' in row) || row.isWithdrawn) return false;
  return (Object.keys(planned) as (keyof PlannedMilestone)[]).every((key) => row[key] === planned[key]);
}
