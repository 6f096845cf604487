import type { Announce, Claims } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { Criterion } from '../domain/milestone/milestone-criteria.js';
import type { Tx } from './database.js';
import type { Prisma } from './generated/client.js';
import { writeRows } from './many-rows.js';
import type { MilestoneRow } from './milestones.js';
import { withoutGaps } from './without-gaps.js';

export type HistoryRow = Prisma.MilestoneHistoryGetPayload<object>;
export type MilestoneCause = 'plan' | 'record' | 'acceptance' | 'withdrawal';

/** In which transaction milestones change. */
export interface Recording {
  readonly tx: Tx;
  readonly announce: Announce;
  readonly now: Date;
}

/** Why milestones change, by whom, and for which reporting date: the status date of the plan, or today. */
export interface RecordedFor {
  readonly cause: MilestoneCause;
  readonly dataDate?: string | null;
  readonly claims?: Claims;
}

/** Keeps what milestones are at their new versions: one statement, however many there are. */
export function keepHistory(
  { tx, now }: Recording,
  milestones: readonly MilestoneRow[],
  { cause, dataDate, claims }: RecordedFor,
): Promise<void> {
  const rows = milestones.map(({ milestoneId, version, projectId, ...milestone }) => ({
    milestoneId,
    version,
    projectId,
    cause,
    reportedOn: dataDate ?? now.toISOString().slice(0, 10),
    recordedAt: now,
    recordedBy: claims ? (claims.personId ?? claims.subject) : null,
    recordedByName: claims?.name ?? null,
    baselineOn: milestone.baselineOn,
    forecastOn: milestone.forecastOn,
    actualOn: milestone.actualOn,
    acceptedOn: milestone.acceptedOn,
    ownerName: milestone.ownerName,
    criteria: milestone.criteria,
  }));
  return writeRows(tx, 'milestone_history', rows);
}

/** A milestone of the plan on the version that the caller saw. @throws Refusal `projects/milestone-not-found`, `projects/version-conflict` */
export async function loadSeenMilestone(
  { tx, expectedVersion }: { readonly tx: Tx; readonly expectedVersion?: number },
  { projectId, milestoneId }: { readonly projectId: string; readonly milestoneId: string },
): Promise<MilestoneRow> {
  const milestone = await tx.milestone.findUnique({ where: { milestoneId } });
  if (milestone?.projectId !== projectId || milestone.isWithdrawn) throw milestoneNotFound();
  const { version } = milestone;
  if (expectedVersion === undefined || expectedVersion === version) return milestone;
  throw new Refusal(
    'projects/version-conflict',
    `The milestone was changed since you read it (it is at version ${version} now); read it again and decide anew.`,
    { kind: 'stale-version', details: { version } },
  );
}

function milestoneNotFound(): Refusal {
  return new Refusal(
    'projects/milestone-not-found',
    'The plan of this project has no milestone with this id.',
    {
      kind: 'not-found',
    },
  );
}

export function criteriaOf({ criteria }: { readonly criteria: unknown }): readonly Criterion[] {
  return criteria as readonly Criterion[];
}

export function toldCriteria(criteria: readonly Criterion[]) {
  return criteria.map(({ text, evidence }) => ({ text, ...withoutGaps({ evidence }) }));
}
