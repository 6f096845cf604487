import type { BookedTime } from '../domain/rates/time-cost.js';
import type { Tx } from './database.js';
import type { TimeBooking } from './generated/client.js';

/** Why approved time is no cost yet. */
export type TimeWaitsFor =
  | 'no-rate'
  | 'rates-tie'
  | 'project-unknown'
  | 'no-exchange-rate'
  | 'period-closed'
  | 'date-outside-periods'
  | 'original-unknown'
  | 'reversal-overdraws';

/** What became of approved time. `settled`: nothing was to be posted. */
export type TimeOutcome =
  | { readonly state: 'waiting'; readonly reason: TimeWaitsFor }
  | { readonly state: 'settled' }
  | {
      readonly state: 'posted';
      readonly postingId: string;
      readonly rateId: string | null;
      readonly rateVersion: number | null;
      readonly rateSetId: string | null;
      readonly amountMinor: bigint;
      readonly currency: string;
    };

export function findBooking(tx: Tx, entryId: string): Promise<TimeBooking | null> {
  return tx.timeBooking.findUnique({ where: { entryId } });
}

/** Writes a line that is new, or what became of one that waited. */
export async function keepOutcome(tx: Tx, time: BookedTime, outcome: TimeOutcome, now: Date): Promise<void> {
  const posted = outcome.state === 'posted' ? outcome : undefined;
  await tx.$executeRaw`
    INSERT INTO time_booking (entry_id, project_id, task_id, person_id, partner_id, role, grade, site_id, day, minutes,
           reverses_entry_id, received_at, state, reason, posting_id, rate_id, rate_version, rate_set_id, amount_minor,
           currency)
    VALUES (${time.entryId}::uuid, ${time.projectId}::uuid, ${time.taskId ?? null}::uuid, ${time.personId}::uuid,
           ${time.partnerId ?? null}::uuid,
           ${time.role ?? null}, ${time.grade ?? null}, ${time.siteId ?? null}, ${time.day}, ${time.minutes},
           ${time.reversesEntryId ?? null}::uuid, ${now}, ${outcome.state},
           ${outcome.state === 'waiting' ? outcome.reason : null}, ${posted?.postingId ?? null}::uuid,
           ${posted?.rateId ?? null}::uuid, ${posted?.rateVersion ?? null}, ${posted?.rateSetId ?? null}::uuid,
           ${posted?.amountMinor ?? null},
           ${posted?.currency ?? null})
    ON CONFLICT (entry_id) DO UPDATE SET
      state = EXCLUDED.state, reason = EXCLUDED.reason, posting_id = EXCLUDED.posting_id, rate_id = EXCLUDED.rate_id,
      rate_version = EXCLUDED.rate_version, rate_set_id = EXCLUDED.rate_set_id, amount_minor = EXCLUDED.amount_minor, currency = EXCLUDED.currency`;
}

/** What waits of a project, by day and in the order it came. */
export async function waitingBookings(tx: Tx, projectId: string): Promise<readonly BookedTime[]> {
  const rows = await tx.timeBooking.findMany({
    where: { projectId, state: 'waiting' },
    orderBy: [{ day: 'asc' }, { position: 'asc' }],
  });
  return rows.map((row) => ({
    entryId: row.entryId,
    projectId: row.projectId,
    taskId: row.taskId ?? undefined,
    personId: row.personId,
    partnerId: row.partnerId ?? undefined,
    role: row.role ?? undefined,
    grade: row.grade ?? undefined,
    siteId: row.siteId ?? undefined,
    day: row.day,
    minutes: row.minutes,
    reversesEntryId: row.reversesEntryId ?? undefined,
  }));
}

export interface WaitingTimeSum {
  readonly projectId: string;
  readonly projectName: string | null;
  readonly reason: TimeWaitsFor;
  readonly entries: number;
  readonly minutes: number;
  readonly firstDay: string;
  readonly lastDay: string;
}

/** What waits, by project and reason; of these projects, and of those nobody knows when `withUnknown`. */
export function waitingTimeSums(
  tx: Tx,
  projectIds: readonly string[],
  withUnknown: boolean,
): PromiseLike<WaitingTimeSum[]> {
  return tx.$queryRaw<WaitingTimeSum[]>`
    SELECT t.project_id AS "projectId", p.name AS "projectName", t.reason, count(*)::int AS entries,
           sum(t.minutes)::int AS minutes, min(t.day)::text AS "firstDay", max(t.day)::text AS "lastDay"
      FROM time_booking t LEFT JOIN project p USING (project_id)
     WHERE t.state = 'waiting'
       AND (t.project_id = ANY (${[...projectIds]}::uuid[]) OR (${withUnknown} AND p.project_id IS NULL))
     GROUP BY t.project_id, p.name, t.reason ORDER BY p.name, t.project_id, t.reason LIMIT 500`;
}
