import { Button } from '@mantine/core';
import type { LifecycleReport, StageWay } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { stageKeys } from '../gateway/lifecycle-queries.js';
import { useSend } from '../gateway/use-send.js';
import { stageWords } from '../projects/stage-words.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import styles from './lifecycle.module.css';
import { stopReasons, stopWords } from './way-words.js';

interface StopFormProps {
  readonly life: LifecycleReport;
  readonly way: StageWay;
}

/** Ends a project before its time; the reason is kept and counted. There is no way back, so it says what it does. */
export function StopForm({ life, way }: StopFormProps) {
  const [wish, setWish] = useState({ reasonCode: stopReasons[0]![0], reason: '', evidence: '' });
  const change = useSend(stageKeys(life.projectId));
  const needsEvidence = way.missing.length > 0;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { reasonCode, reason, evidence } = wish;
    const named = evidence.trim() === '' ? {} : { evidence: evidence.trim() };
    const body = { reasonCode, reason: reason.trim(), ...named };
    const path = `/v1/projects/${encodeURIComponent(life.projectId)}/stop`;
    change.mutate({ method: 'POST', path, body, version: life.version });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={stopWords(life.stage)}>
      <p className={`${styles.hint} ${forms.whole}`}>
        It goes to {stageWords(way.to).toLowerCase()} and does not come back; its record and its history stay.
      </p>
      <label className={forms.field}>
        <span>Why</span>
        <select
          value={wish.reasonCode}
          onChange={({ currentTarget }) =>
            setWish({ ...wish, reasonCode: currentTarget.value as typeof wish.reasonCode })
          }
        >
          {stopReasons.map(([code, words]) => (
            <option key={code} value={code}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>In your words</span>
        <input
          required
          maxLength={2000}
          value={wish.reason}
          onChange={({ currentTarget }) => setWish({ ...wish, reason: currentTarget.value })}
        />
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Decision it rests on{needsEvidence ? '' : ', if any'}</span>
        <input
          required={needsEvidence}
          maxLength={300}
          value={wish.evidence}
          onChange={({ currentTarget }) => setWish({ ...wish, evidence: currentTarget.value })}
        />
      </label>
      <Button size="xs" color="red.9" type="submit" loading={change.isPending}>
        {stopWords(life.stage)}
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
