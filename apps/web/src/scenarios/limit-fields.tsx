import { Button } from '@mantine/core';
import forms from '../parts/forms.module.css';
import type { QuestionDraft } from './question-draft.js';
import styles from './scenarios.module.css';

interface LimitFieldsProps {
  readonly draft: QuestionDraft;
  readonly onChange: (part: Partial<QuestionDraft>) => void;
}

/** Periods, the money of each, and the hours of the roles that are scarce. */
export function LimitFields({ draft, onChange }: LimitFieldsProps) {
  const { periods, budget, currency, roles, candidates } = draft;
  const set = (place: number, part: Partial<(typeof roles)[number]>): void =>
    onChange({ roles: roles.map((role, at) => (at === place ? { ...role, ...part } : role)) });
  const remove = (gone: number): void =>
    onChange({
      roles: roles.filter((_, at) => at !== gone),
      candidates: candidates.map((one) => ({ ...one, hours: one.hours.filter((_, at) => at !== gone) })),
    });
  return (
    <>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Periods</span>
        <input
          required
          value={periods.join(' ')}
          onChange={({ currentTarget }) => onChange({ periods: currentTarget.value.split(/\s/) })}
          onBlur={() => onChange({ periods: periods.filter(Boolean) })}
        />
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Budget of each period, {currency}</span>
        <input
          required
          value={budget}
          onChange={({ currentTarget }) => onChange({ budget: currentTarget.value })}
        />
      </label>
      {roles.map(({ role, hours }, place) => (
        <div key={place} className={styles.role}>
          <label className={forms.field}>
            <span>Role {place + 1}</span>
            <input
              required
              value={role}
              onChange={({ currentTarget }) => set(place, { role: currentTarget.value })}
            />
          </label>
          <label className={forms.field}>
            <span>Hours of {role || 'the role'} in each period</span>
            <input
              required
              value={hours}
              onChange={({ currentTarget }) => set(place, { hours: currentTarget.value })}
            />
          </label>
          <Button
            size="xs"
            variant="default"
            aria-label={`Do not limit ${role}`}
            onClick={() => remove(place)}
          >
            Do not limit
          </Button>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        onClick={() => onChange({ roles: [...roles, { role: '', hours: periods.map(() => '0').join(' ') }] })}
      >
        Limit a role
      </Button>
    </>
  );
}
