import forms from '../parts/forms.module.css';

interface DraftFieldProps<D extends Readonly<Record<string, string>>> {
  readonly draft: D;
  readonly name: keyof D & string;
  readonly label: string;
  readonly onChange: (draft: D) => void;
  readonly type?: 'date' | 'number' | 'email';
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  readonly isWide?: boolean;
  readonly min?: string;
}

/** A field of a form whose draft is one record of texts. */
export function DraftField<D extends Readonly<Record<string, string>>>(props: DraftFieldProps<D>) {
  const { draft, name, label, onChange, type, isRequired = false, maxLength = 200, isWide, min } = props;
  return (
    <label className={isWide ? `${forms.field} ${forms.wide}` : forms.field}>
      <span>{label}</span>
      <input
        type={type ?? 'text'}
        required={isRequired}
        maxLength={type === undefined || type === 'email' ? maxLength : undefined}
        min={min}
        value={draft[name]}
        onChange={({ currentTarget }) => onChange({ ...draft, [name]: currentTarget.value })}
      />
    </label>
  );
}
