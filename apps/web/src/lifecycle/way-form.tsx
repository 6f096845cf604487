import { Button } from '@mantine/core';
import type { LifecycleReport, StageWay } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { stageKeys } from '../gateway/lifecycle-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { MissingGuards } from './missing-guards.js';
import { actWords, isMetByEvidence, isOverridable } from './way-words.js';

interface WayFormProps {
  readonly life: LifecycleReport;
  readonly way: StageWay;
}

/** Moves a project to the chosen stage, with the reason and the decision it rests on. */
export function WayForm({ life, way }: WayFormProps) {
  const [wish, setWish] = useState({ reason: '', evidence: '', override: '' });
  const change = useSend(stageKeys(life.projectId));
  const isBlocked = way.missing.some((guard) => !isMetByEvidence(guard) && !isOverridable(guard));
  const needsEvidence = way.missing.some(isMetByEvidence);
  const needsOverride = way.missing.some(isOverridable);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const evidence = wish.evidence.trim();
    const body = {
      to: way.to,
      reason: wish.reason.trim(),
      ...(evidence === '' ? {} : { evidence }),
      ...(needsOverride ? { override: wish.override.trim() } : {}),
    };
    const path = `/v1/projects/${encodeURIComponent(life.projectId)}/stage`;
    change.mutate({ method: 'POST', path, body, version: life.version });
  };
  const act = actWords(life.stage, way.to);
  return (
    <>
      <MissingGuards missing={way.missing} projectId={life.projectId} />
      {!isBlocked && (
        <form className={forms.form} onSubmit={submit} aria-label={act}>
          <label className={`${forms.field} ${forms.wide}`}>
            <span>Reason</span>
            <input
              required
              maxLength={2000}
              value={wish.reason}
              onChange={({ currentTarget }) => setWish({ ...wish, reason: currentTarget.value })}
            />
          </label>
          <label className={`${forms.field} ${forms.wide}`}>
            <span>Decision, minutes or protocol it rests on{needsEvidence ? '' : ', if any'}</span>
            <input
              required={needsEvidence}
              maxLength={300}
              placeholder="Board 2026-11-20, item 3"
              value={wish.evidence}
              onChange={({ currentTarget }) => setWish({ ...wish, evidence: currentTarget.value })}
            />
          </label>
          {needsOverride && (
            <label className={`${forms.field} ${forms.wide}`}>
              <span>Why all the same, with what is still open</span>
              <input
                required
                maxLength={2000}
                placeholder="The supplier is bankrupt; the order will never be delivered"
                value={wish.override}
                onChange={({ currentTarget }) => setWish({ ...wish, override: currentTarget.value })}
              />
            </label>
          )}
          <Button size="xs" type="submit" loading={change.isPending}>
            {act}
          </Button>
          <ChangeProblem cause={change.error} />
        </form>
      )}
    </>
  );
}
