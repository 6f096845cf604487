import { Button } from '@mantine/core';
import type { NoteLine, Recorded } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { formatDay, today } from '../dates/format-day.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { PersonChoice } from '../people/person-choice.js';
import { growthKey, notesQuery } from './growth-queries.js';
import styles from './growth.module.css';
import { useKnownPeople } from './known-people.js';

/** Notes to talks of two: private ones, and those that one of the two shared. */
export function NotesPanel() {
  const answer = useQuery(notesQuery);
  return (
    <Panel title="Notes of talks" note="Yours alone, or shared with the other one">
      <Reading answer={answer} what="Notes">
        {({ notes }) => (
          <>
            {notes.length === 0 ? (
              <EmptyState title="No note yet">
                What two people talked about, as far as one of them wrote it.
              </EmptyState>
            ) : (
              <ul className={styles.lines}>
                {notes.map((note) => (
                  <Note key={note.noteId} note={note} />
                ))}
              </ul>
            )}
            <details className={forms.disclosure}>
              <summary>Write a note</summary>
              <NoteForm key={notes.length} />
            </details>
          </>
        )}
      </Reading>
    </Panel>
  );
}

function Note({ note }: { readonly note: NoteLine }) {
  const { noteId, isOwn, withName, withPersonId, day, text, isShared, version } = note;
  const change = useSend<Recorded>([growthKey]);
  const turn = (): void => {
    const body = { withPersonId, day, text, isShared: !isShared };
    change.mutate({ method: 'PUT', path: `/v1/notes/${noteId}`, body, version });
  };
  return (
    <li>
      <p className={styles.line}>
        <strong>{formatDay(day)}</strong>
        <span>with {withName}</span>
        <span className={styles.state} data-tone={isOwn && isShared ? 'risk' : 'plain'}>
          {!isOwn ? `written by ${withName}` : isShared ? `${withName} reads it` : 'only you read it'}
        </span>
        {isOwn && (
          <Button size="compact-xs" variant="default" loading={change.isPending} onClick={turn}>
            {isShared ? 'Keep to myself' : 'Share'}
          </Button>
        )}
      </p>
      <p className={styles.said}>{text}</p>
      <ChangeProblem cause={change.error} />
    </li>
  );
}

function NoteForm() {
  const people = useKnownPeople();
  const [draft, setDraft] = useState({ withPersonId: '', day: today(), text: '', isShared: false });
  const [noteId] = useState(() => crypto.randomUUID());
  const change = useSend<Recorded>([growthKey]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change.mutate({ method: 'PUT', path: `/v1/notes/${noteId}`, body: draft, version: 0 });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Write a note">
      <PersonChoice
        label="With"
        people={people}
        value={draft.withPersonId}
        onChange={(withPersonId) => setDraft({ ...draft, withPersonId })}
      />
      <label className={forms.field}>
        <span>Day</span>
        <input
          required
          type="date"
          value={draft.day}
          onChange={({ currentTarget }) => setDraft({ ...draft, day: currentTarget.value })}
        />
      </label>
      <label className={`${forms.field} ${forms.whole}`}>
        <span>Note</span>
        <textarea
          required
          rows={2}
          maxLength={10000}
          value={draft.text}
          onChange={({ currentTarget }) => setDraft({ ...draft, text: currentTarget.value })}
        />
      </label>
      <label className={forms.check}>
        <input
          type="checkbox"
          checked={draft.isShared}
          onChange={({ currentTarget }) => setDraft({ ...draft, isShared: currentTarget.checked })}
        />
        The other one reads it
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Keep it
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
