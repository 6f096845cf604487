import { Button } from '@mantine/core';
import type { ScoringModelFigures } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { modelsKey } from '../gateway/scoring-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { CriterionFields } from './criterion-fields.js';
import { draftOfModel, emptyCriterion, modelOf } from './model-draft.js';
import type { ModelDraft } from './model-draft.js';
import { missingWords } from './scoring-words.js';

interface ModelFormProps {
  /** The version that the next one starts from; a new model without. */
  readonly model: ScoringModelFigures | undefined;
  readonly onDone?: () => void;
}

/** Drafts a scoring model: scale, criteria with weights and rubric, and what becomes of a missing score. */
export function ModelForm({ model, onDone }: ModelFormProps) {
  const [draft, setDraft] = useState(() => draftOfModel(model));
  const [modelId, setModelId] = useState(() => model?.modelId ?? crypto.randomUUID());
  const [problem, setProblem] = useState<string>();
  const change = useSend<ScoringModelFigures>([modelsKey]);
  const set = (part: Partial<ModelDraft>): void => {
    setDraft({ ...draft, ...part });
    setProblem(undefined);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = modelOf(draft);
    if ('problem' in read) return setProblem(read.problem);
    const path = `/v1/scoring-models/${encodeURIComponent(modelId)}`;
    const onSuccess = (): void => {
      onDone?.();
      if (model) return;
      setDraft(draftOfModel(undefined));
      setModelId(crypto.randomUUID());
    };
    change.mutate({ method: 'PUT', path, body: read.value, version: model?.version ?? 0 }, { onSuccess });
  };
  const text = (key: 'name' | 'lowest' | 'highest' | 'disagreement', label: string, isNeeded = true) => (
    <label className={`${forms.field} ${key === 'name' ? forms.wide : ''}`}>
      <span>{label}</span>
      <input
        required={isNeeded}
        maxLength={120}
        value={draft[key]}
        onChange={({ currentTarget }) => set({ [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Draft a scoring model">
      {text('name', 'Name')}
      {text('lowest', 'Lowest score')}
      {text('highest', 'Highest score')}
      <label className={forms.field}>
        <span>Where a score is missing</span>
        <select
          value={draft.missing}
          onChange={({ currentTarget }) => set({ missing: currentTarget.value as ModelDraft['missing'] })}
        >
          {Object.entries(missingWords).map(([key, words]) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {text('disagreement', 'Raters disagree from this distance on (half of the scale when empty)', false)}
      {draft.criteria.map((criterion, place) => (
        <CriterionFields
          key={place}
          criterion={criterion}
          place={place + 1}
          onChange={(part) =>
            set({ criteria: draft.criteria.map((one, at) => (at === place ? { ...one, ...part } : one)) })
          }
          onRemove={() => set({ criteria: draft.criteria.filter((_, at) => at !== place) })}
        />
      ))}
      <Button
        size="xs"
        variant="default"
        onClick={() => set({ criteria: [...draft.criteria, emptyCriterion] })}
      >
        Add a criterion
      </Button>
      <Button size="xs" type="submit" loading={change.isPending}>
        Save as a draft
      </Button>
      {problem && (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
