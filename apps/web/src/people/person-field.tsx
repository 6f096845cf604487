import { useId, useState } from 'react';
import { usePersonNames } from './person-names.js';
import forms from '../parts/forms.module.css';

interface PersonFieldProps {
  readonly label: string;
  /** Called with the id of the person whose name was typed or picked; undefined while it is nobody's. */
  readonly onPick: (personId: string | undefined) => void;
  /** In the head of a panel: the label is read, not seen. */
  readonly isInline?: boolean;
}

/** Picks a person by typing a part of the name. */
export function PersonField({ label, onPick, isInline = false }: PersonFieldProps) {
  const names = usePersonNames();
  const list = useId();
  const [typed, setTyped] = useState('');
  const pick = (text: string): void => {
    setTyped(text);
    onPick([...names].find(([, name]) => name === text)?.[0]);
  };
  return (
    <label className={forms.field}>
      <span className={isInline ? 'sr-only' : undefined}>{label}</span>
      <input
        list={list}
        placeholder={isInline ? label : 'Name'}
        autoComplete="off"
        size={22}
        value={typed}
        onChange={({ currentTarget }) => pick(currentTarget.value)}
      />
      <datalist id={list}>
        {[...names].map(([personId, name]) => (
          <option key={personId} value={name} />
        ))}
      </datalist>
    </label>
  );
}
