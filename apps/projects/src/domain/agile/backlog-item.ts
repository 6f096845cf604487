import { Refusal } from '@meridian/refusal';

export type ItemKind = 'story' | 'defect' | 'chore' | 'spike';
export type ItemState = 'backlog' | 'committed' | 'in-progress' | 'done' | 'dropped';

/** What people say of an item. */
export interface ItemFacts {
  readonly title: string;
  readonly kind: ItemKind;
  /** Story points, at least 1; null while nobody estimated it. */
  readonly points: number | null;
  readonly milestoneId: string | null;
  readonly taskId: string | null;
}

/** An item of a backlog. Days are `YYYY-MM-DD`. */
export interface BacklogItem extends ItemFacts {
  readonly itemId: string;
  readonly projectId: string;
  readonly number: number;
  readonly version: number;
  /** See `rankBetween`. */
  readonly rank: string;
  readonly state: ItemState;
  /** Set from the commitment on, and kept by what was done. */
  readonly sprintId: string | null;
  readonly recordedOn: string;
  /** The day of the last move; null until the first one. */
  readonly movedOn: string | null;
  readonly startedOn: string | null;
  readonly doneOn: string | null;
}

export type NewItem = Pick<BacklogItem, 'itemId' | 'projectId' | 'number' | 'rank' | 'recordedOn'>;

export function newItem(facts: ItemFacts, known: NewItem): BacklogItem {
  return {
    ...facts,
    ...known,
    version: 1,
    state: 'backlog',
    sprintId: null,
    movedOn: null,
    startedOn: null,
    doneOn: null,
  };
}

/**
 * Other facts of an item. What was done counts in velocity, throughput and earned value as it was done.
 *
 * @throws Refusal `projects/item-done`
 */
export function reviseItem(item: BacklogItem, facts: ItemFacts): BacklogItem {
  const counted = ['points', 'milestoneId', 'taskId'] as const;
  const changed = counted.filter((field) => item[field] !== facts[field]);
  if (item.state === 'done' && changed.length > 0) {
    throw new Refusal(
      'projects/item-done',
      `"${item.title}" is done and was counted; its ${changed.join(', ')} cannot change any more. Take it back into work first, while its sprint runs, or record another item.`,
      { details: { changed } },
    );
  }
  return { ...item, ...facts, version: item.version + 1 };
}

/** Whether two records of an item say the same, whatever their versions. */
export function saysTheSame(item: BacklogItem, facts: ItemFacts): boolean {
  const said = ['title', 'kind', 'points', 'milestoneId', 'taskId'] as const;
  return said.every((field) => item[field] === facts[field]);
}
