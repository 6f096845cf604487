import { messageOf } from '../inbox/failure-class.js';
import type { BusLog } from '../module/bus-log.js';
import type { SqlRunner } from '../outbox/service-database.js';

/** A key may be sent again for this long and gets the same answer; after that it is a new command. */
const KEPT_DAYS = 30;
const FIRST_AFTER_MS = 60_000;
const EVERY_MS = 3_600_000;
const TOGETHER = 500;

/** How many days answers of commands are kept: COMMAND_ANSWER_DAYS, or 30. */
export function answersKeptDays(environment = process.env): number {
  const said = environment['COMMAND_ANSWER_DAYS'];
  if (said === undefined) return KEPT_DAYS;
  const days = Number(said);
  if (Number.isSafeInteger(days) && days >= 1) return days;
  throw new RangeError(`COMMAND_ANSWER_DAYS is "${said}"; it must be a whole number of days from 1.`);
}

/** Lets go of answers that nobody will ask for again, a few rows at a time so that no command waits. */
export class OldAnswers {
  #timer: NodeJS.Timeout | undefined;
  #working: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(
    private readonly sql: SqlRunner,
    private readonly keptDays: number,
    private readonly log: BusLog,
  ) {}

  start(afterMs = FIRST_AFTER_MS): void {
    this.#timer = setTimeout(() => {
      this.#working = this.#work();
    }, afterMs);
    this.#timer.unref();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#working;
  }

  /** @returns how many answers were let go */
  async forget(): Promise<number> {
    let forgotten = 0;
    for (let gone = TOGETHER; gone === TOGETHER && !this.#stopped; forgotten += gone)
      gone = await this.sql.$executeRawUnsafe(FORGET, this.keptDays, TOGETHER);
    return forgotten;
  }

  async #work(): Promise<void> {
    try {
      await this.forget();
    } catch (error) {
      this.log.warn('old answers of commands could not be let go', { error: messageOf(error) });
    }
    if (!this.#stopped) this.start(EVERY_MS);
  }
}

/** Replicas work side by side: each takes rows that the others do not hold. */
const FORGET = `
DELETE FROM bus.command_answer WHERE key IN (
  SELECT key FROM bus.command_answer WHERE at < clock_timestamp() - make_interval(days => $1::integer)
   ORDER BY at LIMIT $2::integer FOR UPDATE SKIP LOCKED)`;
