import { Button } from '@mantine/core';
import type { Recorded, RequestLevelling } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { levellingKey } from '../gateway/capacity-queries.js';
import { allProjectsQuery } from '../gateway/queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { objectiveWords } from './levelling-words.js';

const objectives: readonly RequestLevelling['objective'][] = ['finish', 'lateness', 'smooth-load', 'cost'];
const usualSeconds = 10;

/** Asks for a proposal in which nobody is booked above capacity. Plans change only when their owners agree. */
export function LevellingForm() {
  const [objective, setObjective] = useState<RequestLevelling['objective']>('finish');
  const [seconds, setSeconds] = useState(String(usualSeconds));
  const [projectIds, setProjectIds] = useState<readonly string[]>([]);
  const projects = useQuery(allProjectsQuery).data ?? [];
  const navigate = useNavigate();
  const change = useSend<Recorded>([levellingKey]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = { objective, seconds: Number(seconds), ...(projectIds.length > 0 ? { projectIds } : {}) };
    change.mutate(
      { method: 'POST', path: '/v1/levelling-jobs', body },
      { onSuccess: ({ id }) => void navigate({ to: '/levelling/$jobId', params: { jobId: id } }) },
    );
  };
  return (
    <Panel title="Level the load" note="a proposal is worked out; nothing moves before the owners agree">
      <form className={forms.form} onSubmit={submit} aria-label="Level the load">
        <label className={`${forms.field} ${forms.wide}`}>
          <span>What matters most</span>
          <select
            value={objective}
            onChange={({ currentTarget }) =>
              setObjective(currentTarget.value as RequestLevelling['objective'])
            }
          >
            {objectives.map((one) => (
              <option key={one} value={one}>
                {objectiveWords(one)}
              </option>
            ))}
          </select>
        </label>
        <label className={forms.field}>
          <span>Search for at most, seconds</span>
          <input
            type="number"
            required
            min={1}
            max={600}
            value={seconds}
            onChange={({ currentTarget }) => setSeconds(currentTarget.value)}
          />
        </label>
        <label className={`${forms.field} ${forms.wide}`}>
          <span>Projects whose work may move (none chosen: all)</span>
          <select
            multiple
            size={4}
            value={[...projectIds]}
            onChange={({ currentTarget }) =>
              setProjectIds([...currentTarget.selectedOptions].map(({ value }) => value))
            }
          >
            {projects.map(({ projectId, code, name }) => (
              <option key={projectId} value={projectId}>
                {code} {name}
              </option>
            ))}
          </select>
        </label>
        <Button size="xs" type="submit" loading={change.isPending}>
          Propose
        </Button>
        <ChangeProblem cause={change.error} />
      </form>
    </Panel>
  );
}
