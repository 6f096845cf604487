import { Button } from '@mantine/core';
import type { GrowthGoal, GrowthPlanFigures, GrowthWork, Recorded } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { formatDay } from '../dates/format-day.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { draftOf, goalBody } from './goal-draft.js';
import { GoalForm } from './goal-form.js';
import { growthKey, growthPlanQuery } from './growth-queries.js';
import styles from './growth.module.css';

const tones = { open: 'plain', reached: 'good', late: 'risk', dropped: 'plain' } as const;

/** Skills that are wanted, what shows them, and the work that builds them. */
export function GoalsPanel({ personId }: { readonly personId?: string }) {
  const answer = useQuery(growthPlanQuery(personId));
  return (
    <Panel title="Growth plan" note="Seen by the person and the line manager">
      <Reading answer={answer} what="The growth plan">
        {(plan) => (
          <>
            {plan.goals.length === 0 ? (
              <EmptyState title="No goal yet">
                Name a skill to reach, by when and why. Work that asks for it shows up here, and suggestions
                name the wish.
              </EmptyState>
            ) : (
              <ul className={styles.lines}>
                {plan.goals.map((goal) => (
                  <Goal key={goal.goalId} goal={goal} plan={plan} />
                ))}
              </ul>
            )}
            <details className={forms.disclosure}>
              <summary>Add a goal</summary>
              <GoalForm key={plan.goals.length} plan={plan} />
            </details>
          </>
        )}
      </Reading>
    </Panel>
  );
}

function Goal({ goal, plan }: { readonly goal: GrowthGoal; readonly plan: GrowthPlanFigures }) {
  const { goalId, skill, level, by, why, state, startLevel, currentLevel, evidence, version } = goal;
  const isWanted = state === 'open' || state === 'late';
  const change = useSend<Recorded>([growthKey]);
  const drop = (): void => {
    const body = { ...goalBody(draftOf(goal), plan), isDropped: true };
    change.mutate({ method: 'PUT', path: `/v1/growth-goals/${goalId}`, body, version });
  };
  return (
    <li>
      <p className={styles.line}>
        <strong>
          {skill}, level {level}
        </strong>
        <span className={styles.state} data-tone={tones[state]}>
          {state}
        </span>
        <span className="quiet">
          by {formatDay(by)} · from level {startLevel}, now {currentLevel}
        </span>
        {isWanted && (
          <Button size="compact-xs" variant="default" loading={change.isPending} onClick={drop}>
            Drop
          </Button>
        )}
      </p>
      <p className={styles.under}>{why}</p>
      {evidence.length > 0 && (
        <p className={styles.under}>
          Shown by:{' '}
          {evidence
            .map((one) => `level ${one.level}, ${one.evidence ?? ''}${one.isConfirmed ? ' (confirmed)' : ''}`)
            .join('; ')}
        </p>
      )}
      <Works title="Built by" works={goal.assignments} />
      <Works title="Open work that asks for it" works={goal.openings} />
      {state !== 'reached' && (
        <details className={forms.disclosure}>
          <summary>{isWanted ? 'Change it' : 'Take it up again'}</summary>
          <GoalForm key={version} plan={plan} goal={goal} />
        </details>
      )}
      <ChangeProblem cause={change.error} />
    </li>
  );
}

function Works({ title, works }: { readonly title: string; readonly works: readonly GrowthWork[] }) {
  if (works.length === 0) return null;
  const names = works.map(
    ({ taskName, projectName, start }) =>
      `${taskName} (${projectName ?? 'a project'}, from ${formatDay(start)})`,
  );
  return (
    <p className={styles.under}>
      {title}: {names.join('; ')}
    </p>
  );
}
