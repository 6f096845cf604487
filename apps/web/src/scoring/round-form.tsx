import { Button } from '@mantine/core';
import type { ScoringModelFigures, ScoringRoundRecord } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { allProjectsQuery } from '../gateway/queries.js';
import { roundsKey } from '../gateway/scoring-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { usePersonNames } from '../people/person-names.js';
import { readCandidates } from './round-draft.js';

interface RoundFormProps {
  readonly models: readonly ScoringModelFigures[];
  readonly portfolio: string | undefined;
}

/** Opens a round: which candidates are scored, by which model, and by whom. */
export function RoundForm({ models, portfolio }: RoundFormProps) {
  const blank = { name: '', portfolio: portfolio ?? '', model: '', candidates: '' };
  const [draft, setDraft] = useState(blank);
  const [raters, setRaters] = useState<readonly string[]>([]);
  const [roundId, setRoundId] = useState(() => crypto.randomUUID());
  const [problem, setProblem] = useState<string>();
  const names = [...usePersonNames()].sort(([, one], [, other]) => one.localeCompare(other));
  const projects = useQuery(allProjectsQuery).data ?? [];
  const change = useSend<ScoringRoundRecord>([roundsKey]);
  const set = (part: Partial<typeof blank>): void => {
    setDraft({ ...draft, ...part });
    setProblem(undefined);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const read = readCandidates(
      draft.candidates,
      new Map(projects.map(({ code, projectId }) => [code, projectId])),
    );
    if ('problem' in read) return setProblem(read.problem);
    const model = models.find((one) => keyOf(one) === draft.model);
    if (!model || raters.length === 0) return setProblem('Choose a model, and at least one rater.');
    const body = {
      name: draft.name.trim(),
      portfolio: draft.portfolio.trim(),
      modelId: model.modelId,
      modelVersion: model.version,
      state: 'open',
      candidates: read.value,
      raters: names.filter(([id]) => raters.includes(id)).map(([personId, name]) => ({ personId, name })),
    };
    const onSuccess = (): void => {
      setDraft(blank);
      setRaters([]);
      setRoundId(crypto.randomUUID());
    };
    change.mutate({ method: 'PUT', path: `/v1/scoring-rounds/${roundId}`, body, version: 0 }, { onSuccess });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Open a round of scoring">
      {(['name', 'portfolio'] as const).map((key) => (
        <label key={key} className={`${forms.field} ${forms.wide}`}>
          <span>{key === 'name' ? 'Name' : 'Portfolio'}</span>
          <input
            required
            maxLength={100}
            value={draft[key]}
            onChange={({ currentTarget }) => set({ [key]: currentTarget.value })}
          />
        </label>
      ))}
      <label className={forms.field}>
        <span>Model</span>
        <select
          required
          value={draft.model}
          onChange={({ currentTarget }) => set({ model: currentTarget.value })}
        >
          <option value="">Choose a published model</option>
          {models.map((model) => (
            <option key={keyOf(model)} value={keyOf(model)}>
              {model.name}, version {model.version}
            </option>
          ))}
        </select>
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Candidates, a code and a name a line</span>
        <textarea
          required
          rows={5}
          value={draft.candidates}
          placeholder="CRM-03 Customer portal"
          onChange={({ currentTarget }) => set({ candidates: currentTarget.value })}
        />
      </label>
      <label className={forms.field}>
        <span>Raters, several with Ctrl</span>
        <select
          multiple
          required
          size={6}
          value={[...raters]}
          onChange={({ currentTarget }) =>
            setRaters([...currentTarget.selectedOptions].map(({ value }) => value))
          }
        >
          {names.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Open it
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

function keyOf({ modelId, version }: ScoringModelFigures): string {
  return `${modelId} ${version}`;
}
