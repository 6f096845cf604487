import { ActionIcon } from '@mantine/core';
import type { BacklogItemLine, SprintLine } from '@meridian/contracts-projects';
import { IconArrowBarToUp, IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { boardKeys, boardPath } from '../gateway/board-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import styles from './board.module.css';
import { ItemMoves } from './item-card.js';
import { rankBefore } from './item-moves.js';

interface BacklogRowProps {
  readonly projectId: string;
  readonly item: BacklogItemLine;
  /** All that are shown, in their order. */
  readonly items: readonly BacklogItemLine[];
  readonly sprint: SprintLine | undefined;
  readonly mayPlan: boolean;
}

const ways = [
  { way: 'first', words: 'First', Icon: IconArrowBarToUp },
  { way: 'up', words: 'Up', Icon: IconArrowUp },
  { way: 'down', words: 'Down', Icon: IconArrowDown },
] as const;

/** An item of the backlog with its place in the order. */
export function BacklogRow({ projectId, item, items, sprint, mayPlan }: BacklogRowProps) {
  const change = useSend(boardKeys(projectId));
  const path = `${boardPath(projectId)}/backlog/${encodeURIComponent(item.itemId)}/rank`;
  return (
    <li className={styles.row}>
      {mayPlan && (
        <span className={styles.ranks}>
          {ways.map(({ way, words, Icon }) => {
            const body = rankBefore(items, item.itemId, way);
            return (
              <ActionIcon
                key={way}
                size={24}
                variant="subtle"
                aria-label={`${words}: ${item.title}`}
                disabled={body === undefined || change.isPending}
                onClick={() => body && change.mutate({ method: 'PUT', path, body, version: item.version })}
              >
                <Icon size={15} aria-hidden />
              </ActionIcon>
            );
          })}
        </span>
      )}
      <span className={styles.title}>
        <span className="quiet">{item.number}</span> {item.title}
      </span>
      <span className={styles.facts}>
        {item.kind}, {item.points === undefined ? 'not estimated' : `${item.points} p`}
      </span>
      {mayPlan && <ItemMoves projectId={projectId} item={item} sprint={sprint} />}
      <ChangeProblem cause={change.error} />
    </li>
  );
}
