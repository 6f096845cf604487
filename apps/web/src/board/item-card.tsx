import { Button } from '@mantine/core';
import type { BacklogItemLine, SprintLine } from '@meridian/contracts-projects';
import { boardKeys, boardPath } from '../gateway/board-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import styles from './board.module.css';
import { movesOf } from './item-moves.js';

interface ItemCardProps {
  readonly projectId: string;
  readonly item: BacklogItemLine;
  readonly sprint: SprintLine | undefined;
  readonly mayMove: boolean;
}

/** An item in its column, with where it may go from there. */
export function ItemCard({ projectId, item, sprint, mayMove }: ItemCardProps) {
  return (
    <li className={styles.card} data-kind={item.kind}>
      <span className={styles.title}>
        <span className="quiet">{item.number}</span> {item.title}
      </span>
      <span className={styles.facts}>
        {item.kind}, {item.points === undefined ? 'not estimated' : `${item.points} p`}
      </span>
      {mayMove && <ItemMoves projectId={projectId} item={item} sprint={sprint} />}
    </li>
  );
}

export function ItemMoves({ projectId, item, sprint }: Omit<ItemCardProps, 'mayMove'>) {
  const change = useSend(boardKeys(projectId));
  const path = `${boardPath(projectId)}/backlog/${encodeURIComponent(item.itemId)}/moves`;
  return (
    <span className={styles.moves}>
      {movesOf(item, sprint).map(({ to, words, sprintId }, at) => (
        <Button
          key={to}
          size="compact-xs"
          variant={at === 0 ? 'light' : 'subtle'}
          aria-label={`${words}: ${item.title}`}
          loading={change.isPending}
          onClick={() => {
            const body = { to, ...(sprintId === undefined ? {} : { sprintId }) };
            change.mutate({ method: 'POST', path, body, version: item.version });
          }}
        >
          {words}
        </Button>
      ))}
      <ChangeProblem cause={change.error} />
    </span>
  );
}
