import type { LevellingProgress } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import type { Database, Tx } from './database.js';
import type { LevellingJob, Prisma } from './generated/client.js';

export type { LevellingJob };

/** A worker that has given no sign of life for this long has lost its job. */
const LEASE_SECONDS = 12;
/** A job that nobody took within this time is offered again: the queue may have been lost. */
const OFFER_AGAIN_SECONDS = 30;
/** A job that so many workers did not survive is the fault of the job. */
export const MOST_ATTEMPTS = 3;

/** The job, locked for a change. */
export async function lockJob(tx: Tx, jobId: string): Promise<LevellingJob> {
  await tx.$executeRaw`SELECT 1 FROM levelling_job WHERE job_id = ${jobId}::uuid FOR UPDATE`;
  const job = await tx.levellingJob.findUnique({ where: { jobId } });
  if (!job) throw jobNotFound();
  return job;
}

export function jobNotFound(): Refusal {
  return new Refusal('resourcing/levelling-job-not-found', 'There is no levelling with this id.', {
    kind: 'not-found',
  });
}

/** Jobs that the workers are to be told of: new ones, ones nobody took, ones whose worker was lost. */
export async function jobsToOffer(database: Database): Promise<{ jobId: string; offers: number }[]> {
  return database.$queryRaw`
    UPDATE levelling_job SET offers = offers + 1, offered_at = now()
    WHERE job_id IN (
      SELECT job_id FROM levelling_job
      WHERE (state = 'queued' AND (offered_at IS NULL OR offered_at < now() - make_interval(secs => ${OFFER_AGAIN_SECONDS})))
         OR (state = 'running' AND lease_until < now() AND offered_at < now() - make_interval(secs => ${LEASE_SECONDS}))
      ORDER BY requested_at LIMIT 100 FOR UPDATE SKIP LOCKED)
    RETURNING job_id AS "jobId", offers`;
}

/**
 * Takes a job that waits, or whose worker was lost. `undefined` when there is nothing to take: it is done, cancelled, or
 * somebody has it; a job taken too often fails here.
 */
export async function takeJob(
  database: Database,
  jobId: string,
  worker: string,
): Promise<LevellingJob | undefined> {
  await database.$executeRaw`
    UPDATE levelling_job SET state = 'failed', lease_until = NULL, finished_at = now(), version = version + 1,
           reason = ${`${MOST_ATTEMPTS} workers were lost while they worked on it.`}
    WHERE job_id = ${jobId}::uuid AND state = 'running' AND lease_until < now() AND attempt >= ${MOST_ATTEMPTS}`;
  const taken = await database.$executeRaw`
    UPDATE levelling_job SET state = 'running', taken_by = ${worker}::uuid, attempt = attempt + 1,
           lease_until = now() + make_interval(secs => ${LEASE_SECONDS}), version = version + 1,
           started_at = coalesce(started_at, now())
    WHERE job_id = ${jobId}::uuid AND (state = 'queued' OR (state = 'running' AND lease_until < now()))`;
  if (taken === 0) return undefined;
  return (await database.levellingJob.findUnique({ where: { jobId } })) ?? undefined;
}

/** Says that the worker lives and how far it is. False when the job is not its own any more: cancelled, or taken over. */
export async function keepJob(
  database: Database,
  { jobId, worker, progress }: { jobId: string; worker: string; progress: LevellingProgress | undefined },
): Promise<boolean> {
  const told = progress ? JSON.stringify(progress) : null;
  const kept = await database.$executeRaw`
    UPDATE levelling_job SET lease_until = now() + make_interval(secs => ${LEASE_SECONDS}),
           progress = coalesce(${told}::jsonb, progress)
    WHERE job_id = ${jobId}::uuid AND state = 'running' AND taken_by = ${worker}::uuid`;
  return kept === 1;
}

/** The worker gives the job back: it stops, the next one begins anew. */
export async function returnJob(database: Database, jobId: string, worker: string): Promise<void> {
  await database.levellingJob.updateMany({
    where: { jobId, state: 'running', takenBy: worker },
    data: {
      state: 'queued',
      leaseUntil: null,
      offeredAt: null,
      attempt: { decrement: 1 },
      version: { increment: 1 },
    },
  });
}

/** The worker could not do it: the next one may take it at once. */
export async function dropJob(database: Database, jobId: string, worker: string): Promise<void> {
  await database.$executeRaw`
    UPDATE levelling_job SET lease_until = now()
    WHERE job_id = ${jobId}::uuid AND state = 'running' AND taken_by = ${worker}::uuid`;
}

/** Ends the job when it is still this worker's; false when it is not. */
export async function endJob(
  tx: Tx | Database,
  { jobId, worker }: { jobId: string; worker: string },
  data: Prisma.LevellingJobUpdateManyMutationInput,
): Promise<boolean> {
  const { count } = await tx.levellingJob.updateMany({
    where: { jobId, state: 'running', takenBy: worker },
    data: { ...data, leaseUntil: null, version: { increment: 1 } },
  });
  return count === 1;
}
