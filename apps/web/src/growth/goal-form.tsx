import { Button } from '@mantine/core';
import type { GrowthGoal, GrowthPlanFigures, Recorded } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { draftOf, emptyGoal, goalBody, worksFor } from './goal-draft.js';
import { growthKey } from './growth-queries.js';

const LEVELS = ['begins', 'with help', 'alone', 'teaches', 'sets the rules'];

interface GoalFormProps {
  readonly plan: GrowthPlanFigures;
  /** The goal that is changed; without one it is a new one. */
  readonly goal?: GrowthGoal;
}

/** A goal: which skill, how far, by when, why, and the assignments that build it. */
export function GoalForm({ plan, goal }: GoalFormProps) {
  const [draft, setDraft] = useState(goal ? draftOf(goal) : emptyGoal);
  const [goalId] = useState(() => goal?.goalId ?? crypto.randomUUID());
  const works = worksFor(plan, goal);
  const change = useSend<Recorded>([growthKey]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const [body, version] = [goalBody(draft, plan), goal?.version ?? 0];
    change.mutate({ method: 'PUT', path: `/v1/growth-goals/${goalId}`, body, version });
  };
  return (
    <form
      className={forms.form}
      onSubmit={submit}
      aria-label={goal ? `Change the goal ${goal.skill}` : 'Add a goal'}
    >
      <label className={forms.field}>
        <span>Skill</span>
        <input
          required
          maxLength={120}
          value={draft.skill}
          onChange={({ currentTarget }) => setDraft({ ...draft, skill: currentTarget.value })}
        />
      </label>
      <label className={forms.field}>
        <span>Level to reach</span>
        <select
          value={draft.level}
          onChange={({ currentTarget }) => setDraft({ ...draft, level: currentTarget.value })}
        >
          {LEVELS.map((word, at) => (
            <option key={word} value={at + 1}>
              {at + 1}, {word}
            </option>
          ))}
        </select>
      </label>
      <label className={forms.field}>
        <span>By</span>
        <input
          required
          type="date"
          min={goal && goal.by < today() ? goal.by : today()}
          value={draft.by}
          onChange={({ currentTarget }) => setDraft({ ...draft, by: currentTarget.value })}
        />
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Why</span>
        <input
          required
          maxLength={1000}
          value={draft.why}
          onChange={({ currentTarget }) => setDraft({ ...draft, why: currentTarget.value })}
        />
      </label>
      {works.length > 0 && (
        <label className={`${forms.field} ${forms.whole}`}>
          <span>Assignments that build it</span>
          <select
            multiple
            size={Math.min(6, works.length)}
            value={[...draft.assignmentIds]}
            onChange={({ currentTarget }) =>
              setDraft({
                ...draft,
                assignmentIds: [...currentTarget.selectedOptions].map(({ value }) => value),
              })
            }
          >
            {works.map(({ assignmentId, taskName, projectName }) => (
              <option key={assignmentId} value={assignmentId}>
                {taskName} ({projectName ?? 'a project'})
              </option>
            ))}
          </select>
        </label>
      )}
      <Button size="xs" type="submit" loading={change.isPending}>
        {goal ? 'Change it' : 'Add it'}
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
