import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { MilestoneTrend, MilestoneTrendChart } from '@meridian/contracts-projects';
import { Database } from '../persistence/database.js';
import type { HistoryRow } from '../persistence/milestone-history.js';
import { lastReport, toldTrend } from './told-milestone.js';

const TOLD = 200;

@Controller()
export class MilestoneTrendQuery {
  constructor(private readonly database: Database) {}

  @Answers(MilestoneTrend)
  handle(@Payload() { projectId }: MilestoneTrend, @Ctx() asking: Asking): Promise<MilestoneTrendChart> {
    return this.database.$transaction(
      async (tx) => {
        requireVisible(asking.claims, await tx.project.findUnique({ where: { projectId } }));
        const where = { projectId, isWithdrawn: false };
        const milestoneCount = await tx.milestone.count({ where });
        const milestones = await tx.milestone.findMany({
          where,
          orderBy: [{ forecastOn: 'asc' }, { milestoneId: 'asc' }],
          take: TOLD,
        });
        const ids = milestones.map(({ milestoneId }) => milestoneId);
        const rows = await tx.milestoneHistory.findMany({ where: { milestoneId: { in: ids } } });
        const readings = new Map(ids.map((id): [string, HistoryRow[]] => [id, []]));
        for (const row of rows) readings.get(row.milestoneId)?.push(row);
        const asOf = await lastReport(tx, projectId, asking.now);
        const lines = milestones.map((row) => toldTrend(row, readings.get(row.milestoneId) ?? [], asOf));
        return { projectId, asOf, milestones: lines, milestoneCount };
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }
}
