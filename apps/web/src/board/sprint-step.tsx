import { Button } from '@mantine/core';
import type { SprintLine } from '@meridian/contracts-projects';
import { boardKeys, boardPath } from '../gateway/board-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';

interface SprintStepProps {
  readonly projectId: string;
  readonly sprint: SprintLine;
}

/** A planned sprint is started, a running one closed. */
export function SprintStep({ projectId, sprint }: SprintStepProps) {
  const change = useSend(boardKeys(projectId));
  const act = sprint.state === 'planned' ? 'start' : 'close';
  const path = `${boardPath(projectId)}/sprints/${encodeURIComponent(sprint.sprintId)}/${act}`;
  return (
    <>
      <Button
        size="xs"
        variant={act === 'start' ? 'filled' : 'default'}
        title={
          act === 'start'
            ? 'What is committed by now is the commitment for good'
            : 'What is not done goes back to the backlog, in its place'
        }
        loading={change.isPending}
        onClick={() => change.mutate({ method: 'POST', path, body: {}, version: sprint.version })}
      >
        {act === 'start' ? 'Start the sprint' : 'Close the sprint'}
      </Button>
      <ChangeProblem cause={change.error} />
    </>
  );
}
