import type { Announce, EventContract, SqlRunner } from '@meridian/bus';

/** A closing that runs, as the rule that looks for open items needs it. */
export interface RunningClosing {
  readonly projectId: string;
  readonly closingId: string;
  readonly isStopped: boolean;
  /** YYYY-MM-DD */
  readonly startedOn: string;
}

/** How a service answers a closing: whether something of the project is open there, and what. */
export interface ClosingAnswered<Item> {
  readonly projectId: string;
  readonly closingId: string;
  readonly verdict: 'clear' | 'open';
  readonly openCount: number;
  readonly items: readonly Item[];
}

export interface ClosingWork<Tx> {
  readonly tx: Tx;
  readonly announce: Announce;
}

type OpenItems<Tx, Item> = (tx: Tx, closing: RunningClosing) => Promise<readonly Item[]>;

interface ToldClosing extends RunningClosing {
  /** The answer as it was told last. */
  readonly told: string | null;
}

/** So many are told by name; the others are counted. */
const NAMED = 20;

/**
 * What a service does with closings of projects: keep those that run, and tell its answer whenever it changes. The service
 * has the tables `closing` and `project`, brings the event it answers with, and finds what is open.
 */
export function closingAnswers<Tx extends SqlRunner, Item>(
  answered: EventContract<ClosingAnswered<Item>>,
  openItems: OpenItems<Tx, NoInfer<Item>>,
) {
  /**
   * After a change of projects: where one is closing and its answer is another one now, that is told. Nothing is said of a
   * project that is not known here yet.
   */
  async function answerClosings(
    work: ClosingWork<Tx>,
    projectIds: readonly (string | null)[],
  ): Promise<void> {
    const ids = [...new Set(projectIds.filter((id) => id !== null))].sort();
    if (ids.length === 0) return;
    for (const closing of await runningClosings(work.tx, ids)) await tell(work, closing);
  }

  async function tell({ tx, announce }: ClosingWork<Tx>, { told, ...closing }: ToldClosing): Promise<void> {
    const { projectId, closingId } = closing;
    const answer = answerOf(await openItems(tx, closing));
    const telling = JSON.stringify(answer);
    if (telling === told) return;
    await tx.$executeRawUnsafe(
      'UPDATE closing SET told = $2 WHERE project_id = $1::uuid',
      projectId,
      telling,
    );
    await announce(answered, { projectId, closingId, ...answer });
  }

  return {
    answerClosings,
    answerClosing: (work: ClosingWork<Tx>, projectId: string) => answerClosings(work, [projectId]),
    /** Whoever changes the project at this moment is waited for: either the answer sees the change, or the change the closing. */
    async beginClosing(work: ClosingWork<Tx>, closing: RunningClosing): Promise<void> {
      await keepClosing(work.tx, closing);
      await answerClosings(work, [closing.projectId]);
    },
    forgetClosing,
  };
}

function answerOf<Item>(open: readonly Item[]) {
  const verdict = open.length === 0 ? ('clear' as const) : ('open' as const);
  return { verdict, openCount: open.length, items: open.slice(0, NAMED) };
}

async function runningClosings(
  tx: SqlRunner,
  projectIds: readonly string[],
): Promise<readonly ToldClosing[]> {
  await tx.$executeRawUnsafe(
    'SELECT pg_advisory_xact_lock_shared(hashtextextended(id, 3)) FROM unnest($1::text[]) AS id',
    projectIds,
  );
  return tx.$queryRawUnsafe<ToldClosing[]>(
    `SELECT closing.project_id AS "projectId", closing_id AS "closingId", is_stopped AS "isStopped",
            started_on AS "startedOn", told
       FROM closing JOIN project USING (project_id)
      WHERE closing.project_id = ANY ($1::uuid[]) ORDER BY closing.project_id FOR UPDATE OF closing`,
    projectIds,
  );
}

async function keepClosing(tx: SqlRunner, closing: RunningClosing): Promise<void> {
  await tx.$executeRawUnsafe('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', closing.projectId);
  await tx.$executeRawUnsafe(
    `INSERT INTO closing (project_id, closing_id, is_stopped, started_on)
     VALUES ($1::uuid, $2::uuid, $3, $4)
     ON CONFLICT (project_id) DO UPDATE
        SET closing_id = excluded.closing_id, is_stopped = excluded.is_stopped,
            started_on = excluded.started_on, told = NULL
      WHERE closing.closing_id <> excluded.closing_id`,
    closing.projectId,
    closing.closingId,
    closing.isStopped,
    closing.startedOn,
  );
}

/** The closing is over. One that was begun since stays. */
async function forgetClosing(
  tx: SqlRunner,
  { projectId, closingId }: Pick<RunningClosing, 'projectId' | 'closingId'>,
): Promise<void> {
  await tx.$executeRawUnsafe(
    'DELETE FROM closing WHERE project_id = $1::uuid AND closing_id = $2::uuid',
    projectId,
    closingId,
  );
}
