import { Button } from '@mantine/core';
import forms from '../parts/forms.module.css';
import type { CriterionDraft } from './model-draft.js';
import styles from './scoring.module.css';

interface CriterionFieldsProps {
  readonly criterion: CriterionDraft;
  /** From 1. */
  readonly place: number;
  readonly onChange: (part: Partial<CriterionDraft>) => void;
  readonly onRemove: () => void;
}

/** One criterion of a model: what it is, how much it weighs, which way is better, what its scores mean. */
export function CriterionFields({ criterion, place, onChange, onRemove }: CriterionFieldsProps) {
  const text = (key: 'code' | 'name' | 'percent', label: string, isWide = false) => (
    <label className={`${forms.field} ${isWide ? forms.wide : styles.short}`}>
      <span>{label}</span>
      <input
        required
        maxLength={200}
        value={criterion[key]}
        onChange={({ currentTarget }) => onChange({ [key]: currentTarget.value })}
      />
    </label>
  );
  return (
    <fieldset className={styles.criterion}>
      <legend>Criterion {place}</legend>
      {text('code', 'Code')}
      {text('name', 'Name', true)}
      {text('percent', 'Weight, %')}
      <label className={forms.field}>
        <span>Better is</span>
        <select
          value={criterion.direction}
          onChange={({ currentTarget }) =>
            onChange({ direction: currentTarget.value as CriterionDraft['direction'] })
          }
        >
          <option value="higher">more</option>
          <option value="lower">less</option>
        </select>
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>What the scores mean, one a line</span>
        <textarea
          required
          rows={3}
          value={criterion.rubric}
          onChange={({ currentTarget }) => onChange({ rubric: currentTarget.value })}
        />
      </label>
      <Button size="xs" variant="default" aria-label={`Remove criterion ${place}`} onClick={onRemove}>
        Remove
      </Button>
    </fieldset>
  );
}
