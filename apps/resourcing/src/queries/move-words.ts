import type { MoveReason, ProposedMove } from '@meridian/contracts-resourcing';
import type { FoundReason } from '../domain/levelling/levelling-result.js';
import type { Database } from '../persistence/database.js';

interface StoredMove extends Omit<ProposedMove, 'reason'> {
  readonly reason: unknown;
}

interface Names {
  /** Of the projects that the person may see, and of no others. */
  readonly projectNames: ReadonlyMap<string, string>;
  readonly poolNames: ReadonlyMap<string, string>;
  readonly taskNames: ReadonlyMap<string, string>;
}

/** Moves in words: who has no room in which week, and whose work goes first. */
export class MoveWords {
  constructor(private readonly names: Names) {}

  tell({ reason, ...move }: StoredMove): ProposedMove {
    const { taskId, projectId, taskName, startBefore, finishBefore, startAfter, finishAfter, delayDays } =
      move;
    const dates = { startBefore, finishBefore, startAfter, finishAfter };
    return { taskId, projectId, taskName, ...dates, delayDays, reason: this.#reason(reason as FoundReason) };
  }

  #reason(found: FoundReason): MoveReason {
    const { kind, poolId, weekStart } = found;
    const isHidden = found.projectId === undefined || !this.names.projectNames.has(found.projectId);
    const resourceName =
      poolId === undefined ? undefined : (this.names.poolNames.get(poolId) ?? roleOf(poolId));
    return {
      kind,
      sentence: this.#sentence(found, { resourceName, isHidden }),
      ...(resourceName === undefined ? {} : { resourceName }),
      ...(weekStart === undefined ? {} : { weekStart }),
      ...(isHidden || found.taskId === undefined ? {} : { taskId: found.taskId }),
      ...(isHidden || found.projectId === undefined ? {} : { projectId: found.projectId }),
    };
  }

  #sentence(
    { kind, weekStart, taskId, projectId }: FoundReason,
    { resourceName, isHidden }: { resourceName: string | undefined; isHidden: boolean },
  ): string {
    const task = isHidden ? undefined : this.names.taskNames.get(taskId ?? '');
    const project = isHidden ? 'another project' : this.names.projectNames.get(projectId ?? '');
    const work = task === undefined ? `work of ${project}` : `"${task}" of ${project}`;
    switch (kind) {
      case 'resource':
        return `${resourceName} has no room in the week of ${weekStart}: ${work} goes first.`;
      case 'absence':
        return `${resourceName} is not there for it in the week of ${weekStart}.`;
      case 'link':
        return task === undefined ? 'It waits for work that moves.' : `It waits for ${work}, which moves.`;
      case 'smoothing':
        return 'It has float, and the load is more even there.';
    }
  }
}

/** Names of the people among the pools that reasons speak of. */
export async function poolNames(
  database: Pick<Database, 'person'>,
  moves: readonly { readonly reason: unknown }[],
): Promise<Map<string, string>> {
  const pools = moves.flatMap(({ reason }) => (reason as FoundReason).poolId ?? []);
  const ids = pools.filter((pool) => pool.startsWith(PERSON)).map((pool) => pool.slice(PERSON.length));
  const people = await database.person.findMany({
    where: { personId: { in: [...new Set(ids)] } },
    select: { personId: true, name: true },
  });
  return new Map(people.map(({ personId, name }) => [`${PERSON}${personId}`, name]));
}

const PERSON = 'person ';

function roleOf(poolId: string): string {
  return poolId.startsWith('role ') ? `The role ${poolId.slice('role '.length)}` : 'A person';
}
