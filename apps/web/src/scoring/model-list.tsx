import { Button } from '@mantine/core';
import type { ScoringModelFigures } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { formatMoment } from '../dates/format-day.js';
import { modelsKey } from '../gateway/scoring-queries.js';
import { useSend } from '../gateway/use-send.js';
import { HealthBadge } from '../health/health-badge.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { ModelForm } from './model-form.js';
import styles from './scoring.module.css';
import { missingWords, shareWords } from './scoring-words.js';

/** Scoring models, version by version: what is scored, by which rubric, and the draft of the next one. */
export function ModelList({
  models,
  mayDecide,
}: {
  readonly models: readonly ScoringModelFigures[];
  readonly mayDecide: boolean;
}) {
  return (
    <ul className={styles.models}>
      {models.map((model) => (
        <li key={`${model.modelId} ${model.version}`}>
          <div className={styles.head}>
            <strong>{model.name}</strong>
            <span className="quiet">version {model.version}</span>
            {model.state === 'published' ? (
              <HealthBadge state="on-track" word="Published" />
            ) : (
              <HealthBadge state="unknown" word="Draft" />
            )}
            <span className="quiet">
              {model.lowest} to {model.highest}; {missingWords[model.missing]}; {model.recordedBy},{' '}
              {formatMoment(model.recordedAt)}
            </span>
          </div>
          <ul className={styles.criteria}>
            {model.criteria.map(({ criterionId, name, weight, direction, rubric }) => (
              <li key={criterionId}>
                <strong>
                  {name} {shareWords(weight)}
                </strong>
                {direction === 'lower' && ' (less is better)'}{' '}
                <span className="quiet">
                  {rubric.map(({ score, meaning }) => `${score}: ${meaning}`).join('; ')}
                </span>
              </li>
            ))}
          </ul>
          {mayDecide && model.state === 'drafted' && <Publication model={model} />}
          {mayDecide && isNewest(model, models) && (
            <details className={forms.disclosure}>
              <summary>Draft the next version</summary>
              <ModelForm key={model.version} model={model} />
            </details>
          )}
        </li>
      ))}
    </ul>
  );
}

function Publication({ model: { modelId, name, version } }: { readonly model: ScoringModelFigures }) {
  const [decision, setDecision] = useState('');
  const change = useSend<ScoringModelFigures>([modelsKey]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const path = `/v1/scoring-models/${encodeURIComponent(modelId)}/publication`;
    change.mutate({ method: 'POST', path, body: { decision: decision.trim() }, version });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Publish ${name}`}>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Who decided that it is scored by, where and when</span>
        <input
          required
          maxLength={300}
          value={decision}
          onChange={({ currentTarget }) => setDecision(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Publish it
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}

function isNewest(
  { modelId, version }: ScoringModelFigures,
  models: readonly ScoringModelFigures[],
): boolean {
  return !models.some((other) => other.modelId === modelId && other.version > version);
}
