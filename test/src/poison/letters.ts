import type { TrialStore } from '../bus/trial-services.js';
import type { Dose } from './poison-trial.js';

export interface Letter {
  readonly id: string;
  readonly reason_kind: string;
  readonly reason: string;
  readonly state: string;
}

/** The letter of a dose; one whose envelope could not be read names no project, so its body does. */
export async function letterOf(consumer: TrialStore, { id }: Dose): Promise<Letter | undefined> {
  const [letter] = await consumer.database.$queryRawUnsafe<Letter[]>(
    `SELECT id, reason_kind, reason, state FROM bus.dead_letter
      WHERE aggregate_id = $1 OR (aggregate_id IS NULL AND position(convert_to($1 || '"', 'UTF8') IN payload) > 0)
      ORDER BY parked_at LIMIT 1`,
    id,
  );
  return letter;
}
