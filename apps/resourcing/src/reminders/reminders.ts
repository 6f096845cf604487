import { Injectable, Logger } from '@nestjs/common';
import { Outbox } from '@meridian/bus';
import { Round } from '@meridian/runtime';
import { Database } from '../persistence/database.js';
import type { Tx } from '../persistence/database.js';
import { isConcernOverdue, tellOverdue } from '../persistence/concerns/overdue-concerns.js';
import { isAccessToTell, tellEndingAccess } from '../persistence/partners/ending-access.js';
import { isSkillToTell, tellExpiring } from '../persistence/expiring-skills.js';
import { chaseWeek, weekToChase } from '../persistence/missed-sheets.js';
import { makeGroups } from '../persistence/performance/group-reviews.js';
import { settleOne, tellReady } from '../persistence/performance/reviews.js';

const LOOK_EVERY_MS = 5_000;

/**
 * Tells of what nobody does anything for, when its day has come: missing sheets, one week after the other, skills that
 * end, access of partners' people that ends, concerns without an answer, and figures of a period that can be looked at. Each
 * is told once, whatever the replicas.
 */
@Injectable()
export class Reminders extends Round {
  readonly #log = new Logger('reminders');
  #settledOn: string | undefined;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {
    super(LOOK_EVERY_MS);
  }

  protected async look(): Promise<void> {
    const now = new Date();
    try {
      await this.#chaseSheets(now);
      await this.#tellOfSkills(now.toISOString().slice(0, 10));
      await this.#tellOfAccess(now.toISOString().slice(0, 10));
      await this.#tellOfConcerns(now.toISOString().slice(0, 10));
      await this.#settlePerformance(now.toISOString().slice(0, 10));
    } catch (error) {
      this.#log.warn({ message: 'Reminders could not be told; trying again.', error: String(error) });
    }
  }

  async #chaseSheets(now: Date): Promise<void> {
    const week = await weekToChase(this.database, now.toISOString().slice(0, 10));
    if (week === null) return;
    await this.outbox.transact<Tx, number>(({ tx, announce }) => chaseWeek(tx, announce, week, now));
  }

  async #tellOfSkills(today: string): Promise<void> {
    if (!(await isSkillToTell(this.database, today))) return;
    await this.outbox.transact<Tx, number>(({ tx, announce }) => tellExpiring(tx, announce, today));
  }

  async #tellOfAccess(today: string): Promise<void> {
    if (!(await isAccessToTell(this.database, today))) return;
    await this.outbox.transact<Tx, number>(({ tx, announce }) => tellEndingAccess(tx, announce, today));
  }

  async #tellOfConcerns(today: string): Promise<void> {
    if (!(await isConcernOverdue(this.database, today))) return;
    await this.outbox.transact<Tx, number>(({ tx, announce }) => tellOverdue(tx, announce, today));
  }

  /** Once a day, and after a start: all of it goes by days. */
  async #settlePerformance(today: string): Promise<void> {
    if (this.#settledOn === today) return;
    await this.outbox.transact<Tx, number>(({ tx, announce }) => tellReady(tx, announce, today));
    while (await this.outbox.transact<Tx, boolean>(({ tx }) => settleOne(tx, today)));
    await this.outbox.transact<Tx, number>(({ tx }) => makeGroups(tx, today));
    this.#settledOn = today;
  }
}
