import { useQuery } from '@tanstack/react-query';
import forms from '../parts/forms.module.css';
import { partnersQuery } from './partner-queries.js';

interface PartnerChoiceProps {
  readonly label: string;
  /** What stands for no partner. */
  readonly none: string;
  readonly isRequired?: boolean;
  readonly value: string;
  readonly onChange: (partnerId: string) => void;
}

/** One of the partners. */
export function PartnerChoice({ label, none, isRequired = false, value, onChange }: PartnerChoiceProps) {
  const partners = useQuery(partnersQuery).data?.partners ?? [];
  return (
    <label className={forms.field}>
      <span>{label}</span>
      <select
        required={isRequired}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="">{none}</option>
        {partners.map(({ partnerId, name }) => (
          <option key={partnerId} value={partnerId}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
