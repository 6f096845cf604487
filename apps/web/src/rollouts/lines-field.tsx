import forms from '../parts/forms.module.css';

interface LinesFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** Something of which there may be many, one a line. */
export function LinesField({ label, value, onChange }: LinesFieldProps) {
  return (
    <label className={`${forms.field} ${forms.whole}`}>
      <span>{label}</span>
      <textarea rows={3} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
    </label>
  );
}
