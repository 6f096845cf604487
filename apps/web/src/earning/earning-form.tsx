import { Button } from '@mantine/core';
import type { EarnedValueMethodListV2, EarnedValueMethodSetV2 } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { budgetKey, earningKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { earningBody, earningDraft } from './earning-draft.js';
import type { EarningDraft } from './earning-draft.js';
import { EarningMilestones } from './earning-milestones.js';
import { methodWords } from './earning-words.js';
import type { EarningMethod } from './earning-words.js';

interface EarningFormProps {
  readonly projectId: string;
  /** What is set for the part; nothing for a part that is named here. */
  readonly set?: EarnedValueMethodSetV2;
  /** Versions of the parts that have a setting. */
  readonly versions?: ReadonlyMap<string, number>;
}

/** Sets how a part of the plan earns, or records what was reached or counted of it. */
export function EarningForm({ projectId, set: known, versions }: EarningFormProps) {
  const [draft, setDraft] = useState(() => earningDraft(known, today()));
  const change = useSend<EarnedValueMethodListV2>([earningKey, budgetKey, ['project']]);
  const set = (part: Partial<EarningDraft>): void => setDraft({ ...draft, ...part });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const path = `/v1/projects/${encodeURIComponent(projectId)}/earned-value-method`;
    const body = earningBody(draft);
    const version = known?.version ?? versions?.get(body.wbs) ?? 0;
    const wish = { method: 'PUT', path, body, version } as const;
    change.mutate(wish, { onSuccess: () => setDraft({ ...draft, reason: '' }) });
  };
  const text = (key: 'wbs' | 'baseWbs' | 'unit' | 'reason', label: string, maxLength: number) => (
    <label className={`${forms.field} ${key === 'reason' ? forms.wide : ''}`}>
      <span>{label}</span>
      <input
        required={key !== 'unit'}
        maxLength={maxLength}
        value={draft[key]}
        onChange={({ currentTarget }) => set({ [key]: currentTarget.value })}
      />
    </label>
  );
  const isCounted = draft.method === 'physical' || draft.method === 'agile-points';
  const isRecorded = isCounted || draft.method === 'weighted-milestones';
  return (
    <form
      className={forms.form}
      onSubmit={submit}
      aria-label={known ? `How WBS ${known.wbs} earns` : 'How another part earns'}
    >
      {!known && text('wbs', 'Part of the plan (WBS)', 120)}
      <label className={forms.field}>
        <span>Earns by</span>
        <select
          value={draft.method}
          onChange={({ currentTarget }) => set({ method: currentTarget.value as EarningMethod })}
        >
          {Object.entries(methodWords).map(([method, words]) => (
            <option key={method} value={method}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {draft.method === 'apportioned' && text('baseWbs', 'Earns with the task (WBS)', 120)}
      {isCounted && <Quantities draft={draft} onChange={set} />}
      {draft.method === 'physical' && text('unit', 'Counted in', 40)}
      {draft.method === 'weighted-milestones' && (
        <EarningMilestones
          milestones={draft.milestones}
          lastDay={draft.asOf}
          onChange={(milestones) => set({ milestones })}
        />
      )}
      {isRecorded && (
        <label className={forms.field}>
          <span>As of</span>
          <input
            type="date"
            required
            max={today()}
            value={draft.asOf}
            onChange={({ currentTarget }) => set({ asOf: currentTarget.value })}
          />
        </label>
      )}
      {text('reason', isRecorded ? 'Evidence, or why it is measured so' : 'Why it is measured so', 1000)}
      <Button size="xs" type="submit" loading={change.isPending}>
        {known ? 'Record' : 'Set'}
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}

const quantities = [
  ['quantityDone', 'Done'],
  ['quantityPlanned', 'Planned'],
] as const;

interface QuantitiesProps {
  readonly draft: EarningDraft;
  readonly onChange: (part: Partial<EarningDraft>) => void;
}

function Quantities({ draft, onChange }: QuantitiesProps) {
  return quantities.map(([key, label]) => (
    <label key={key} className={forms.field}>
      <span>{label}</span>
      <input
        required
        inputMode="decimal"
        pattern="\d{1,12}(\.\d{1,6})?"
        title="A number such as 35 or 35.5"
        value={draft[key]}
        onChange={({ currentTarget }) => onChange({ [key]: currentTarget.value })}
      />
    </label>
  ));
}
