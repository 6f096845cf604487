import { useDebouncedValue } from '@mantine/hooks';
import type { ProjectLine } from '@meridian/contracts-projects';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { searchQuery } from '../gateway/queries.js';
import styles from './search.module.css';

const listId = 'search-results';

/** Finds a project by code or name: type, arrow, Enter. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 120);
  const answer = useQuery({ ...searchQuery(asked), placeholderData: keepPreviousData });
  const found = answer.data?.projects ?? [];
  useEffect(() => dialog.current?.showModal(), []);
  const open = (project: ProjectLine | undefined): void => {
    if (!project) return;
    onClose();
    void navigate({ to: '/projects/$projectId', params: { projectId: project.projectId } });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setChosen((chosen + step + found.length) % Math.max(found.length, 1));
    } else if (event.key === 'Enter') open(found[chosen]);
  };
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label="Search projects"
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
    >
      <input
        className={styles.input}
        type="search"
        role="combobox"
        placeholder="Code or name of a project"
        aria-label="Code or name of a project"
        aria-expanded
        aria-controls={listId}
        aria-activedescendant={found[chosen] ? optionId(found[chosen]) : undefined}
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label="Projects" className={styles.list}>
        {found.map((project, place) => (
          <li
            key={project.projectId}
            id={optionId(project)}
            role="option"
            aria-selected={place === chosen}
            className={styles.option}
            onClick={() => open(project)}
          >
            <span>{project.name}</span>
            <span className="quiet">
              {project.code} · {project.portfolio}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.state} role="status">
        {stateWords(answer.isError, answer.isFetching, found.length, answer.data?.total)}
      </p>
    </dialog>
  );
}

function optionId(project: ProjectLine): string {
  return `search-${project.projectId}`;
}

function stateWords(failed: boolean, isFetching: boolean, shown: number, total = 0): string {
  if (failed) return 'The search does not answer right now. Try again in a moment.';
  if (shown === 0) return isFetching ? 'Searching…' : 'No project has this in its code or name.';
  return total > shown ? `${shown} of ${total} projects. Type more to narrow it down.` : `${shown} found`;
}
