import { Button } from '@mantine/core';
import type { PlanLevellingState } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { planLevellingQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { formatCount } from '../money/format-money.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import styles from './schedule.module.css';
import { useChange } from './use-change.js';

/** What levelling holds back in this plan, and taking it off again. Nothing shows where there never was any. */
export function LevelledPanel({ projectId }: { readonly projectId: string }) {
  const levelling = useQuery(planLevellingQuery(projectId)).data;
  const mayWrite = useMay('project:write') === true;
  if (!levelling || levelling.version === 0) return null;
  return (
    <Panel title="Levelling" note={noteOf(levelling)}>
      {levelling.proposalId === undefined ? (
        <p className={styles.sums}>{takenOffWords(levelling)}</p>
      ) : (
        <>
          <Held levelling={levelling} />
          {mayWrite && <TakeOff key={levelling.version} levelling={levelling} />}
        </>
      )}
    </Panel>
  );
}

function Held({ levelling: { tasks, leftOut } }: { readonly levelling: PlanLevellingState }) {
  return (
    <>
      <ul className={styles.clashes}>
        {tasks.map(({ taskId, name, startNotBefore, start }) => (
          <li key={taskId}>
            “{name}” does not start before {formatDay(startNotBefore)}
            {start === startNotBefore ? '' : `; links hold it until ${formatDay(start)}`}
          </li>
        ))}
      </ul>
      {leftOut.length > 0 && (
        <>
          <h3 className={forms.subhead}>Agreed, and not followed</h3>
          <ul className={styles.clashes}>
            {leftOut.map(({ taskId, sentence }) => (
              <li key={taskId}>{sentence}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function TakeOff({ levelling: { projectId, version } }: { readonly levelling: PlanLevellingState }) {
  const [reason, setReason] = useState('');
  const change = useChange(projectId);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const path = `/v1/projects/${encodeURIComponent(projectId)}/levelling/removal`;
    const words = reason.trim();
    change.mutate({ method: 'POST', path, body: words === '' ? {} : { reason: words }, version });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Take levelling off the plan">
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Why it is taken off, if you want to say</span>
        <input
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <Button size="xs" variant="default" type="submit" loading={change.isPending}>
        Take levelling off
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}

function noteOf({ proposalId, tasks }: PlanLevellingState): string {
  return proposalId === undefined ? 'taken off' : `${formatCount(tasks.length)} tasks are held back`;
}

function takenOffWords({ takenOffBy, takenOffReason, since }: PlanLevellingState): string {
  const who = takenOffBy === undefined ? '' : ` by ${takenOffBy}`;
  const when = since === undefined ? '' : `, ${formatMoment(since)}`;
  return `It was taken off${who}${when}${takenOffReason === undefined ? '.' : `: ${takenOffReason}`}`;
}
