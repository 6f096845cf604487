import forms from '../parts/forms.module.css';

interface PersonChoiceProps {
  readonly label: string;
  /** Id and name of whom the reader may choose, in order. */
  readonly people: readonly (readonly [id: string, name: string])[];
  readonly value: string;
  readonly onChange: (personId: string) => void;
}

/** One person, who has to be chosen. */
export function PersonChoice({ label, people, value, onChange }: PersonChoiceProps) {
  return (
    <label className={forms.field}>
      <span>{label}</span>
      <select required value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">Choose a person</option>
        {people.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
