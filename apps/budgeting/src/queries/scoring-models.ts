import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { ScoringModelList, ScoringModels } from '@meridian/contracts-budgeting';
import { Database } from '../persistence/database.js';
import { scoringModelFigures } from '../persistence/scoring-models.js';

const PAGE = 100;

/** Scoring models: what people are asked to score by is no secret. */
@Controller()
export class ScoringModelsQuery {
  constructor(private readonly database: Database) {}

  @Answers(ScoringModels)
  async handle(@Payload() { modelId }: ScoringModels, @Ctx() _asking: Asking): Promise<ScoringModelList> {
    const orderBy = [{ recordedAt: 'desc' }, { version: 'desc' }] as const;
    if (modelId !== undefined) {
      const rows = await this.database.scoringModelVersion.findMany({
        where: { modelId },
        orderBy: { version: 'desc' },
        take: PAGE,
      });
      return { models: rows.map(scoringModelFigures) };
    }
    const rows = await this.database.scoringModelVersion.findMany({
      orderBy: [...orderBy],
      distinct: ['modelId', 'state'],
      take: PAGE,
    });
    const isNewest = ({ modelId: id, version }: (typeof rows)[number]): boolean =>
      !rows.some((other) => other.modelId === id && other.version > version);
    const shown = rows.filter((row) => row.state === 'published' || isNewest(row));
    return { models: shown.map(scoringModelFigures) };
  }
}
