import { Button } from '@mantine/core';
import type { ScenarioFigures } from '@meridian/contracts-budgeting';
import { useEffect, useRef, useState } from 'react';
import type { SubmitEvent } from 'react';
import { scenariosKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { CandidateTable } from './candidate-table.js';
import { LimitFields } from './limit-fields.js';
import { RoundField } from './round-field.js';
import { questionOf } from './question-draft.js';
import type { QuestionDraft } from './question-draft.js';

interface ComputeFormProps {
  readonly draft: QuestionDraft;
  readonly onComputed: (scenarioId: string) => void;
  /** Somebody asked for this form: they go on typing here. */
  readonly isFocused?: boolean;
}

/** Limits, projects and rules; what cannot be read is said before anything is sent. */
export function ComputeForm({ draft: first, onComputed, isFocused = false }: ComputeFormProps) {
  const [draft, setDraft] = useState(first);
  const [problem, setProblem] = useState<string>();
  const [scenarioId] = useState(() => crypto.randomUUID());
  const change = useSend<ScenarioFigures>([scenariosKey]);
  const name = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!isFocused) return;
    name.current?.scrollIntoView({ block: 'center' });
    name.current?.select();
  }, [isFocused]);
  const set = (part: Partial<QuestionDraft>): void => {
    setDraft({ ...draft, ...part });
    setProblem(undefined);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const question = questionOf(draft);
    if ('problem' in question) return setProblem(question.problem);
    const path = `/v1/scenarios/${scenarioId}`;
    const wish = { method: 'PUT', path, body: question.value, version: 0 } as const;
    change.mutate(wish, { onSuccess: (figures) => onComputed(figures.scenarioId) });
  };
  const text = (key: 'name' | 'portfolio' | 'moreBudget' | 'moreHours', label: string, isNeeded = false) => (
    <label className={`${forms.field} ${isNeeded ? forms.wide : ''}`}>
      <span>{label}</span>
      <input
        ref={key === 'name' ? name : undefined}
        required={isNeeded}
        maxLength={100}
        value={draft[key]}
        onChange={({ currentTarget }) => set({ [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Compute a scenario">
      {text('name', 'Name', true)}
      {text('portfolio', 'Portfolio', true)}
      <RoundField draft={draft} onChange={set} />
      <LimitFields draft={draft} onChange={set} />
      <div className={forms.whole}>
        <CandidateTable draft={draft} onChange={(candidates) => set({ candidates })} />
      </div>
      <label className={`${forms.field} ${forms.whole}`}>
        <span>
          Rules, one a line: “A needs B”, “A needs B finished”, “A, B together need C”, “A excludes B”, “at
          most 2 of A, B, C”, “at least 1 of A, B”
        </span>
        <textarea
          rows={3}
          value={draft.rules}
          onChange={({ currentTarget }) => set({ rules: currentTarget.value })}
        />
      </label>
      {text('moreBudget', `What is so much more budget worth, ${draft.currency}`)}
      {draft.roles.length > 0 && text('moreHours', 'What are so many more hours worth')}
      <label className={`${forms.check} ${forms.whole}`}>
        <input
          type="checkbox"
          checked={draft.givesKeptBudgets}
          onChange={({ currentTarget }) => set({ givesKeptBudgets: currentTarget.checked })}
        />
        Projects that go on as they are get a new budget by it too
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Compute
      </Button>
      {change.isPending && (
        <span className="quiet" role="status">
          Computing takes up to half a minute; the best selection is proven, not guessed.
        </span>
      )}
      {problem && (
        <p className={forms.problem} role="alert">
          {problem}
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
