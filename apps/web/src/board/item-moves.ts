import type { BacklogItemLine, SprintLine } from '@meridian/contracts-projects';

export interface ItemMove {
  readonly to: BacklogItemLine['state'];
  readonly words: string;
  readonly sprintId?: string;
}

/** Where an item may go from where it is, the way on first; work is done in a running sprint only. */
export function movesOf({ state }: BacklogItemLine, sprint: SprintLine | undefined): readonly ItemMove[] {
  const isRunning = sprint?.state === 'running';
  const on = (move: ItemMove): readonly ItemMove[] => (isRunning ? [move] : []);
  switch (state) {
    case 'backlog':
      return [
        ...(sprint
          ? [{ to: 'committed' as const, words: `Into sprint ${sprint.number}`, sprintId: sprint.sprintId }]
          : []),
        { to: 'dropped', words: 'Drop it' },
      ];
    case 'committed':
      return [...on({ to: 'in-progress', words: 'Begin' }), { to: 'backlog', words: 'To the backlog' }];
    case 'in-progress':
      return [
        ...on({ to: 'done', words: 'Done' }),
        { to: 'committed', words: 'Not begun' },
        { to: 'backlog', words: 'To the backlog' },
      ];
    case 'done':
      return on({ to: 'in-progress', words: 'Not done yet' });
    case 'dropped':
      return [{ to: 'backlog', words: 'Take it up again' }];
  }
}

/** Before which item one is ranked to go one place up or down, or first; undefined where it cannot. */
export function rankBefore(
  items: readonly BacklogItemLine[],
  itemId: string,
  way: 'first' | 'up' | 'down',
): { readonly beforeItemId?: string } | undefined {
  const at = items.findIndex((item) => item.itemId === itemId);
  const before = { first: 0, up: at - 1, down: at + 2 }[way];
  const isLast = at === items.length - 1;
  if (at < 0 || (way === 'down' ? isLast : at === 0)) return undefined;
  const next = items[before];
  return next === undefined ? {} : { beforeItemId: next.itemId };
}

/** `8 points in 3 items, 1 not estimated`. */
export function sumWords(items: readonly BacklogItemLine[]): string {
  const points = items.reduce((sum, item) => sum + (item.points ?? 0), 0);
  const open = items.filter((item) => item.points === undefined).length;
  const many = items.length === 1 ? '1 item' : `${items.length} items`;
  return `${points === 1 ? '1 point' : `${points} points`} in ${many}${open > 0 ? `, ${open} not estimated` : ''}`;
}

/** How a column stands to its limit: `of at most 3`, `2 over the limit of 3`; empty without one. */
export function limitWords(held: number, limit: number | undefined): string {
  if (limit === undefined) return '';
  if (held > limit) return `${held - limit} over the limit of ${limit}`;
  return held === limit ? `full, at most ${limit}` : `at most ${limit}`;
}
