import { Controller } from '@nestjs/common';
import { Answers } from '@meridian/bus';
import { TimeKeeping, TimeKeepingFigures } from '@meridian/contracts-resourcing';
import { Database } from '../persistence/database.js';

@Controller()
export class TimeKeepingQuery {
  constructor(private readonly database: Database) {}

  @Answers(TimeKeeping)
  async handle(): Promise<TimeKeepingFigures> {
    const { keepingId, version, keptFrom, lockedThrough } =
      await this.database.timeKeeping.findFirstOrThrow();
    return {
      id: keepingId,
      version,
      ...(keptFrom !== null && { keptFrom }),
      ...(lockedThrough !== null && { lockedThrough }),
    };
  }
}
