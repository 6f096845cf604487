import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import type { CandidateDraft, QuestionDraft } from './question-draft.js';
import styles from './scenarios.module.css';

interface CandidateTableProps {
  readonly draft: QuestionDraft;
  readonly onChange: (candidates: readonly CandidateDraft[]) => void;
}

/** The projects that may be done: worth by start, cost and hours period by period from their start. */
export function CandidateTable({
  draft: { candidates, roles, periods, currency },
  onChange,
}: CandidateTableProps) {
  const set = (place: number, part: Partial<CandidateDraft>): void =>
    onChange(candidates.map((one, at) => (at === place ? { ...one, ...part } : one)));
  const add = (): void =>
    onChange([...candidates, { code: '', name: '', fixed: '', worth: '', costs: '', hours: [] }]);
  return (
    <>
      <div className={parts.scroller} tabIndex={0} role="region" aria-label="Projects that may be done">
        <table className={`${parts.table} ${styles.candidates}`}>
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col">Project</th>
              <th scope="col">Decided</th>
              <th scope="col" title={periods.join(', ')}>
                Worth if started in each period, {currency}
              </th>
              <th scope="col">Cost from its start on, {currency}</th>
              {roles.map(({ role }, place) => (
                <th key={place} scope="col">
                  Hours of {role || `role ${place + 1}`}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {candidates.map((candidate, place) => {
              const of = candidate.code || `row ${place + 1}`;
              const field = (key: 'code' | 'name' | 'worth' | 'costs', label: string) => (
                <input
                  required
                  className={forms.input}
                  aria-label={`${label} of ${of}`}
                  value={candidate[key]}
                  onChange={({ currentTarget }) => set(place, { [key]: currentTarget.value })}
                />
              );
              return (
                <tr key={place}>
                  <td className={styles.code}>{field('code', 'Code')}</td>
                  <td>{field('name', 'Name')}</td>
                  <td className={styles.fixed}>
                    <select
                      className={forms.input}
                      aria-label={`Decision on ${of}`}
                      value={candidate.fixed}
                      onChange={({ currentTarget }) =>
                        set(place, { fixed: currentTarget.value as CandidateDraft['fixed'] })
                      }
                    >
                      <option value="">open</option>
                      <option value="in">in</option>
                      <option value="out">out</option>
                    </select>
                  </td>
                  <td>{field('worth', 'Worth')}</td>
                  <td>{field('costs', 'Cost')}</td>
                  {roles.map(({ role }, at) => (
                    <td key={at}>
                      <input
                        className={forms.input}
                        aria-label={`Hours of ${role} for ${of}`}
                        value={candidate.hours[at] ?? ''}
                        onChange={({ currentTarget }) =>
                          set(place, {
                            hours: roles.map((_, one) =>
                              one === at ? currentTarget.value : (candidate.hours[one] ?? ''),
                            ),
                          })
                        }
                      />
                    </td>
                  ))}
                  <td className={styles.remove}>
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Remove ${of}`}
                      onClick={() => onChange(candidates.filter((_, at) => at !== place))}
                    >
                      <IconX size={16} aria-hidden />
                    </ActionIcon>
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Button size="compact-sm" variant="subtle" onClick={add}>
        Add a project
      </Button>
    </>
  );
}
