import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { MilestoneFile, MilestoneRecord, MilestoneVersion } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';
import {
  criteriaOf,
  loadSeenMilestone,
  toldCriteria,
  type HistoryRow,
} from '../persistence/milestone-history.js';
import { withoutGaps } from '../persistence/without-gaps.js';
import { lastReport, toldTrend } from './told-milestone.js';

const TOLD = 500;

@Controller()
export class MilestoneRecordQuery {
  constructor(private readonly database: Database) {}

  @Answers(MilestoneRecord)
  handle(@Payload() request: MilestoneRecord, @Ctx() asking: Asking): Promise<MilestoneFile> {
    const { projectId, milestoneId } = request;
    return this.database.$transaction(
      async (tx) => {
        requireVisible(asking.claims, await tx.project.findUnique({ where: { projectId } }));
        const milestone = await loadSeenMilestone({ tx }, { projectId, milestoneId });
        const rows = await tx.milestoneHistory.findMany({
          where: { milestoneId },
          orderBy: { version: 'desc' },
        });
        const asOf = await lastReport(tx, projectId, asking.now);
        return {
          milestone: toldTrend(milestone, rows, asOf),
          history: rows.slice(0, TOLD).map(toldVersion),
        };
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }
}

function toldVersion(row: HistoryRow): MilestoneVersion {
  const { version, cause, reportedOn, forecastOn } = row;
  const { recordedByName, baselineOn, actualOn, acceptedOn, ownerName } = row;
  return {
    version,
    cause: cause as MilestoneVersion['cause'],
    reportedOn,
    recordedAt: row.recordedAt.toISOString(),
    forecastOn,
    criteria: toldCriteria(criteriaOf(row)),
    ...withoutGaps({ recordedByName, baselineOn, actualOn, acceptedOn, ownerName }),
  };
}
