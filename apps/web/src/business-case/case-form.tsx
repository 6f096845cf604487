import { ActionIcon, Button } from '@mantine/core';
import type { BusinessCaseFigures } from '@meridian/contracts-budgeting';
import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import { caseBody, caseDraft } from './case-draft.js';
import type { CaseDraft, FlowDraft } from './case-draft.js';
import styles from './business-case.module.css';

interface CaseFormProps {
  readonly projectId: string;
  readonly currency: string;
  /** Gone on from; nothing before the first version. */
  readonly latest: BusinessCaseFigures | undefined;
}

/** Records the next version; those before stay, with the gates that were decided on them. */
export function CaseForm({ projectId, currency, latest }: CaseFormProps) {
  const [draft, setDraft] = useState(() => caseDraft(latest, currency, Number(today().slice(0, 4))));
  const [problem, setProblem] = useState<string>();
  const change = useSend<BusinessCaseFigures>([['business-case', projectId]]);
  const set = (part: Partial<CaseDraft>): void => {
    setDraft({ ...draft, ...part });
    setProblem(undefined);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = caseBody(draft);
    if ('problem' in body) return setProblem(body.problem);
    const path = `/v1/projects/${encodeURIComponent(projectId)}/business-case`;
    change.mutate({ method: 'PUT', path, body: body.value, version: latest?.version ?? 0 });
  };
  const text = (key: 'summary' | 'rate' | 'now', label: string, isWide = false) => (
    <label className={`${forms.field} ${isWide ? forms.whole : ''}`}>
      <span>{label}</span>
      <input
        required
        maxLength={300}
        value={draft[key]}
        onChange={({ currentTarget }) => set({ [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Record a version of the business case">
      {text('summary', 'Why the project pays, in a sentence', true)}
      <label className={`${forms.field} ${forms.whole}`}>
        <span>What it takes for granted</span>
        <textarea
          rows={2}
          maxLength={4000}
          value={draft.assumptions}
          onChange={({ currentTarget }) => set({ assumptions: currentTarget.value })}
        />
      </label>
      {text('rate', 'Discount rate a period, per cent')}
      {text('now', `At the start, ${draft.currency} (an outlay is negative)`)}
      <Flows flows={draft.flows} currency={draft.currency} onChange={(flows) => set({ flows })} />
      <Button size="xs" type="submit" loading={change.isPending}>
        Record version {(latest?.version ?? 0) + 1}
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

interface FlowsProps {
  readonly flows: readonly FlowDraft[];
  readonly currency: string;
  readonly onChange: (flows: readonly FlowDraft[]) => void;
}

const columns = [
  ['period', 'Period'],
  ['in', 'Comes in'],
  ['out', 'Goes out'],
  ['what', 'What'],
] as const;

function Flows({ flows, currency, onChange }: FlowsProps) {
  const next = { period: '', in: '0', out: '0', what: '' };
  return (
    <div className={forms.whole}>
      <div className={parts.scroller} tabIndex={0} role="region" aria-label={`Cash flow in ${currency}`}>
        <table className={`${parts.table} ${styles.flows}`}>
          <thead>
            <tr>
              {columns.map(([key, title]) => (
                <th key={key} scope="col">
                  {title}
                  {key === 'in' || key === 'out' ? `, ${currency}` : ''}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {flows.map((flow, place) => (
              <tr key={place}>
                {columns.map(([key, title]) => (
                  <td key={key}>
                    <input
                      className={forms.input}
                      required={key !== 'what'}
                      maxLength={key === 'what' ? 300 : 30}
                      aria-label={`${title}, ${flow.period || `period ${place + 1}`}`}
                      value={flow[key]}
                      onChange={({ currentTarget }) =>
                        onChange(
                          flows.map((one, at) =>
                            at === place ? { ...one, [key]: currentTarget.value } : one,
                          ),
                        )
                      }
                    />
                  </td>
                ))}
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    aria-label={`Remove ${flow.period || `period ${place + 1}`}`}
                    onClick={() => onChange(flows.filter((_, at) => at !== place))}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="compact-sm" variant="subtle" onClick={() => onChange([...flows, next])}>
        Add a period
      </Button>
    </div>
  );
}
