import type { HandOver } from '@meridian/contracts-resourcing';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { BookingSwap } from './booking-swap.js';
import styles from './hand-overs.module.css';
import { kindWords } from './leavers.js';
import { ProjectHandOver } from './project-hand-over.js';

/** One thing that somebody who leaves has, and the form that gives it to another one. */
export function HandOverItem({ item }: { readonly item: HandOver }) {
  const { kind, name, projectId } = item;
  const [isOpen, setOpen] = useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <span className={styles.kind}>{kindWords[kind]}</span>
          <strong>{name}</strong>
          <span className={styles.open}>Hand over</span>
        </summary>
        <div className={styles.form}>{isOpen && <Form item={item} />}</div>
      </details>
      {projectId !== undefined && (
        <Link
          to="/projects/$projectId"
          params={{ projectId }}
          hash={kind === 'running-work' ? 'people' : 'overview'}
        >
          Project
        </Link>
      )}
    </li>
  );
}

function Form({ item: { kind, projectId, assignmentId, personName, name } }: { readonly item: HandOver }) {
  if (kind === 'line-manager')
    return (
      <p>
        Who decides for {name} after {personName} comes from the HR system: change the line manager there, and
        it goes from this list.
      </p>
    );
  if (projectId === undefined) return null;
  if (kind === 'running-work')
    return assignmentId === undefined ? null : (
      <BookingSwap projectId={projectId} assignmentId={assignmentId} />
    );
  return <ProjectHandOver projectId={projectId} role={kind === 'project-manager' ? 'manager' : 'sponsor'} />;
}
