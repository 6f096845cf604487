import { Button } from '@mantine/core';
import type { RecurringTaskLine, RecurringTaskList } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../dates/format-day.js';
import { recurringTasksQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { ProblemNotice } from '../parts/problem-notice.js';
import { patternWords } from './recurrence-draft.js';
import { RecurringForm } from './recurring-form.js';
import { useChange } from './use-change.js';

/** What repeats in the plan: meetings, reports, inspections. */
export function RecurringPanel({ projectId }: { readonly projectId: string }) {
  const list = useQuery(recurringTasksQuery(projectId));
  const mayWrite = useMay('project:write') === true;
  return (
    <Panel title="Recurring tasks" note={list.data && noteOf(list.data)}>
      {list.error ? (
        <ProblemNotice cause={list.error} onRetry={() => void list.refetch()} />
      ) : !list.data ? (
        <p className="quiet">Reading what repeats…</p>
      ) : (
        <>
          {list.data.tasks.length === 0 ? (
            <EmptyState title="Nothing repeats in this plan">
              A meeting every Monday, a report on the last Friday of the month: one summary with a task for
              each occurrence.
            </EmptyState>
          ) : (
            <Lines list={list.data} mayWrite={mayWrite} />
          )}
          {mayWrite && (
            <details className={forms.disclosure}>
              <summary>Add a recurring task</summary>
              <RecurringForm list={list.data} />
            </details>
          )}
        </>
      )}
    </Panel>
  );
}

interface LinesProps {
  readonly list: RecurringTaskList;
  readonly mayWrite: boolean;
}

function Lines({ list, mayWrite }: LinesProps) {
  const [changed, setChanged] = useState<string>();
  const line = list.tasks.find(({ taskId }) => taskId === changed);
  const titles = ['Task', 'Repeats', 'Next', 'Done', ...(mayWrite ? [''] : [])];
  return (
    <>
      <div className={parts.scroller} tabIndex={0} role="region" aria-label="Recurring tasks table">
        <table className={`${parts.table} ${parts.whole}`}>
          <thead>
            <tr>
              {titles.map((title) => (
                <th key={title} scope="col" aria-label={title || 'Changes'}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {list.tasks.map((one) => (
              <tr key={one.taskId}>
                <td>{one.name}</td>
                <td>{one.pattern ? patternWords(one.pattern) : 'as its plan file placed it'}</td>
                <td>{one.next ? formatDay(one.next) : <span className="quiet">–</span>}</td>
                <td>
                  {one.done} of {one.occurrences}
                </td>
                {mayWrite && (
                  <td>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-expanded={one.taskId === changed}
                      onClick={() => setChanged(one.taskId === changed ? undefined : one.taskId)}
                    >
                      Change
                    </Button>
                    <Removal projectId={list.projectId} line={one} />
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {line && (
        <RecurringForm
          key={`${line.taskId} ${line.version}`}
          list={list}
          line={line}
          onDone={() => setChanged(undefined)}
        />
      )}
    </>
  );
}

/** Asks once more: the occurrences leave the plan. */
function Removal({ projectId, line }: { readonly projectId: string; readonly line: RecurringTaskLine }) {
  const [isAsked, setAsked] = useState(false);
  const change = useChange(projectId);
  const path = `/v1/projects/${encodeURIComponent(projectId)}/recurring-tasks/${line.taskId}/removal`;
  const remove = (): void =>
    isAsked ? change.mutate({ method: 'POST', path, body: {}, version: line.version }) : setAsked(true);
  return (
    <>
      <Button
        size="compact-xs"
        variant="subtle"
        color={isAsked ? 'red' : undefined}
        loading={change.isPending}
        onClick={remove}
        onBlur={() => setAsked(false)}
      >
        {isAsked ? `Remove ${line.occurrences - line.done} to come` : 'Remove'}
      </Button>
      <ChangeProblem cause={change.error} />
    </>
  );
}

function noteOf({ tasks }: RecurringTaskList): string | undefined {
  return tasks.length === 0 ? undefined : `${tasks.length} in the plan`;
}
