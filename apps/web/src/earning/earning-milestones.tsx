import { ActionIcon, Button } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import styles from './earning.module.css';
import { noMilestone } from './earning-draft.js';
import type { MilestoneDraft } from './earning-draft.js';

interface EarningMilestonesProps {
  readonly milestones: readonly MilestoneDraft[];
  readonly lastDay: string;
  readonly onChange: (milestones: readonly MilestoneDraft[]) => void;
}

const columns = [
  ['name', 'Milestone', 'text'],
  ['weight', 'Weight', 'text'],
  ['reachedOn', 'Reached on', 'date'],
] as const;

/** The milestones by which a part earns; one without a day is not reached. */
export function EarningMilestones({ milestones, lastDay, onChange }: EarningMilestonesProps) {
  return (
    <div className={forms.whole}>
      <div className={parts.scroller} tabIndex={0} role="region" aria-label="Milestones and their weights">
        <table className={`${parts.table} ${styles.table}`}>
          <thead>
            <tr>
              {columns.map(([key, title]) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
              <th scope="col">
                <span className="sr-only">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {milestones.map((one, place) => (
              <tr key={place}>
                {columns.map(([key, title, type]) => (
                  <td key={key}>
                    <input
                      className={forms.input}
                      type={type}
                      required={key !== 'reachedOn'}
                      maxLength={key === 'name' ? 200 : 16}
                      max={type === 'date' ? lastDay : undefined}
                      pattern={key === 'weight' ? '\\d{1,9}(\\.\\d{1,6})?' : undefined}
                      inputMode={key === 'weight' ? 'decimal' : undefined}
                      aria-label={`${title}, ${one.name || `milestone ${place + 1}`}`}
                      value={one[key]}
                      onChange={({ currentTarget: { value } }) =>
                        onChange(
                          milestones.map((other, at) => (at === place ? { ...other, [key]: value } : other)),
                        )
                      }
                    />
                  </td>
                ))}
                <td>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    disabled={milestones.length === 1}
                    aria-label={`Remove ${one.name || `milestone ${place + 1}`}`}
                    onClick={() => onChange(milestones.filter((_, at) => at !== place))}
                  >
                    <IconX size={16} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Button size="compact-sm" variant="subtle" onClick={() => onChange([...milestones, noMilestone])}>
        Add a milestone
      </Button>
    </div>
  );
}
