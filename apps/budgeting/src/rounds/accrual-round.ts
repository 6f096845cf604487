import { Injectable } from '@nestjs/common';
import { Outbox } from '@meridian/bus';
import { projectWithDueAccrual } from '../persistence/accruals.js';
import { Database } from '../persistence/database.js';
import { endDueAccruals } from '../persistence/end-accruals.js';
import { DueRound } from './due-round.js';

/** Takes accruals back when their next period has begun, one project after the other. */
@Injectable()
export class AccrualRound extends DueRound {
  protected readonly next = projectWithDueAccrual;
  protected readonly settle = endDueAccruals;

  constructor(database: Database, outbox: Outbox) {
    super('accruals', database, outbox);
  }
}
