import type { PostChangeBudgets } from '@meridian/contracts-budgeting';
import forms from '../parts/forms.module.css';

export type BudgetsWish = PostChangeBudgets['budgets'];

interface BudgetsChoiceProps<C extends string> {
  readonly value: C;
  readonly choices: readonly C[];
  readonly onChange: (value: C) => void;
}

const words = {
  'all-or-nothing': 'All of them, or nothing at all',
  'line-by-line': 'Line by line, as far as there is money',
  later: 'None now',
} as const;

/** How the budgets of accepted lines are posted. */
export function BudgetsChoice<C extends keyof typeof words>({
  value,
  choices,
  onChange,
}: BudgetsChoiceProps<C>) {
  return (
    <label className={forms.field}>
      <span>New budgets</span>
      <select value={value} onChange={({ currentTarget }) => onChange(currentTarget.value as C)}>
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words[choice]}
          </option>
        ))}
      </select>
    </label>
  );
}
