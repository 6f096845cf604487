import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { MilestoneForecast, MilestoneOutlook, MilestoneOutlooks } from '@meridian/contracts-projects';
import { FORECAST_RUNS, LEAST_WEEKS } from '../domain/agile/milestone-forecast.js';
import { gapSentence, type Outlook } from '../domain/agile/milestone-outlook.js';
import { DEFAULT_SEED, outlooksOf } from '../persistence/agile/outlooks.js';
import { Database } from '../persistence/database.js';
import { withoutGaps } from '../persistence/without-gaps.js';

@Controller()
export class MilestoneForecastQuery {
  constructor(private readonly database: Database) {}

  @Answers(MilestoneForecast)
  async handle(@Payload() request: MilestoneForecast, @Ctx() asking: Asking): Promise<MilestoneOutlooks> {
    const { projectId, unit = 'items', seed = DEFAULT_SEED } = request;
    const today = asking.now.toISOString().slice(0, 10);
    const { history, outlooks } = await this.database.$transaction(
      async (tx) => {
        requireVisible(asking.claims, await tx.project.findUnique({ where: { projectId } }));
        return outlooksOf(tx, { projectId, unit, seed, today });
      },
      { isolationLevel: 'RepeatableRead' },
    );
    return {
      projectId,
      asOf: today,
      unit,
      seed,
      runs: FORECAST_RUNS,
      history: [...history],
      leastWeeks: LEAST_WEEKS,
      milestones: outlooks.map((outlook) => toldOutlook(outlook, history.length)),
    };
  }
}

function toldOutlook(outlook: Outlook, weeks: number): MilestoneOutlook {
  const { milestoneId, name, dueOn, remaining, ahead, gap, p50On, p80On, p90On, inTimePercent } = outlook;
  return {
    milestoneId,
    name,
    dueOn,
    remaining,
    ahead,
    ...withoutGaps({ p50On, p80On, p90On, inTimePercent }),
    ...(gap === null ? {} : { notAvailable: gap, reason: gapSentence(gap, weeks) }),
  };
}
