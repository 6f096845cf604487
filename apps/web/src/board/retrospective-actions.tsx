import { Button } from '@mantine/core';
import type { Retrospective } from '@meridian/contracts-projects';
import { formatDay, today } from '../dates/format-day.js';
import { boardKeys, boardPath } from '../gateway/board-queries.js';
import { useSend } from '../gateway/use-send.js';
import { HealthBadge } from '../health/health-badge.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import styles from './board.module.css';

interface RetrospectiveActionsProps {
  readonly projectId: string;
  readonly retrospective: Retrospective;
  readonly mayWork: boolean;
}

/** What the team wants to do differently, who sees to it and by when. */
export function RetrospectiveActions({ projectId, retrospective, mayWork }: RetrospectiveActionsProps) {
  const { sprintId, version, actions } = retrospective;
  const change = useSend(boardKeys(projectId));
  const settle = (actionId: string, outcome: 'done' | 'dropped'): void => {
    const path = `${boardPath(projectId)}/sprints/${sprintId}/retrospective/actions/${actionId}/outcome`;
    change.mutate({ method: 'POST', path, body: { outcome }, version });
  };
  if (actions.length === 0) return null;
  return (
    <>
      <h3 className={forms.subhead}>Actions</h3>
      <ul className={styles.actions}>
        {actions.map((action) => (
          <li key={action.actionId}>
            <HealthBadge {...standingOf(action)} />
            <span>
              {action.text}{' '}
              <span className="quiet">
                {action.ownerName}, by {formatDay(action.dueOn)}
              </span>
            </span>
            {mayWork && action.state === 'open' && (
              <span className={styles.moves}>
                <Button
                  size="compact-xs"
                  variant="light"
                  loading={change.isPending}
                  onClick={() => settle(action.actionId, 'done')}
                >
                  Done
                </Button>
                <Button
                  size="compact-xs"
                  variant="subtle"
                  loading={change.isPending}
                  onClick={() => settle(action.actionId, 'dropped')}
                >
                  Drop it
                </Button>
              </span>
            )}
          </li>
        ))}
      </ul>
      <ChangeProblem cause={change.error} />
    </>
  );
}

function standingOf({ state, dueOn, settledOn }: Retrospective['actions'][number]) {
  if (state === 'done') return { state: 'on-track' as const, word: `Done ${formatDay(settledOn ?? dueOn)}` };
  if (state === 'dropped') return { state: 'unknown' as const, word: 'Dropped' };
  return dueOn < today()
    ? { state: 'off-track' as const, word: 'Overdue' }
    : { state: 'at-risk' as const, word: 'Open' };
}
