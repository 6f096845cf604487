import forms from '../parts/forms.module.css';

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'date' | 'number';
  readonly isOptional?: boolean;
  readonly isWide?: boolean;
  readonly maxLength?: number;
}

/** One line of a form. */
export function Field({
  label,
  value,
  onChange,
  type = 'text',
  isOptional,
  isWide,
  maxLength = 200,
}: FieldProps) {
  return (
    <label className={`${forms.field} ${isWide ? forms.wide : ''}`}>
      <span>{label}</span>
      <input
        type={type}
        required={!isOptional}
        maxLength={maxLength}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
