import { Injectable } from '@nestjs/common';
import { Outbox } from '@meridian/bus';
import { expireException, overdueException } from '../persistence/budget-exceptions.js';
import { Database } from '../persistence/database.js';
import { DueRound } from './due-round.js';

/** Tells of exceptions whose last day went by. */
@Injectable()
export class ExceptionRound extends DueRound {
  protected readonly next = overdueException;
  protected readonly settle = expireException;

  constructor(database: Database, outbox: Outbox) {
    super('budget exceptions', database, outbox);
  }
}
