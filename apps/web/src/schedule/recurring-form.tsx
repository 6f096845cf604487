import { Button } from '@mantine/core';
import type {
  RecurringTaskLine,
  RecurringTaskList,
  RecurringTaskRecorded,
} from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { formatDay, today } from '../dates/format-day.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Choice } from '../parts/choice.js';
import { bodyOf, draftOf, type RecurrenceDraft } from './recurrence-draft.js';
import { RecurrenceFields } from './recurrence-fields.js';
import { useChange } from './use-change.js';

interface RecurringFormProps {
  readonly list: RecurringTaskList;
  /** The one that is changed; a new one when absent. */
  readonly line?: RecurringTaskLine;
  readonly onDone?: () => void;
}

/** Writes a task that repeats, or writes one anew. */
export function RecurringForm({ list, line, onDone }: RecurringFormProps) {
  const [draft, setDraft] = useState(() => draftOf(line, today()));
  const [taskId, setTaskId] = useState(() => line?.taskId ?? crypto.randomUUID());
  const change = useChange<RecurringTaskRecorded>(list.projectId);
  const edit = (part: Partial<RecurrenceDraft>): void => setDraft((known) => ({ ...known, ...part }));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const path = `/v1/projects/${encodeURIComponent(list.projectId)}/recurring-tasks/${taskId}`;
    const wish = { method: 'PUT', path, body: bodyOf(draft), version: line?.version ?? 0 } as const;
    change.mutate(wish, {
      onSuccess: () => {
        onDone?.();
        if (line !== undefined) return;
        setDraft(draftOf(undefined, today()));
        setTaskId(crypto.randomUUID());
      },
    });
  };
  return (
    <form
      className={forms.form}
      onSubmit={submit}
      aria-label={line ? `Change ${line.name}` : 'New recurring task'}
    >
      <label className={`${forms.field} ${forms.wide}`}>
        <span>{line ? 'Name' : 'Name of the new recurring task'}</span>
        <input
          required
          maxLength={400}
          value={draft.name}
          onChange={({ currentTarget }) => edit({ name: currentTarget.value })}
        />
      </label>
      <RecurrenceFields draft={draft} onChange={edit} />
      <Occurrence draft={draft} onChange={edit} />
      <Places list={list} draft={draft} onChange={edit} isNew={line === undefined} />
      <Button size="xs" type="submit" loading={change.isPending}>
        {line ? 'Save' : 'Add recurring task'}
      </Button>
      {change.data && (
        <p className={forms.done} role="status">
          {doneWords(change.data)}
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}

interface DraftProps {
  readonly draft: RecurrenceDraft;
  readonly onChange: (part: Partial<RecurrenceDraft>) => void;
}

function Occurrence({ draft, onChange }: DraftProps) {
  return (
    <>
      <label className={forms.field}>
        <span>Starts at</span>
        <input
          type="time"
          required
          value={draft.startsAt}
          onChange={({ currentTarget }) => onChange({ startsAt: currentTarget.value })}
        />
      </label>
      <label className={forms.field}>
        <span>Hours</span>
        <input
          type="number"
          required
          min={0}
          max={1600}
          step={0.25}
          value={draft.hours}
          onChange={({ currentTarget }) => onChange({ hours: currentTarget.value })}
        />
      </label>
      <Choice
        label="On a day without work"
        value={draft.onFreeDay}
        options={[
          ['move', 'the next working day'],
          ['skip', 'left out'],
        ]}
        onChange={(onFreeDay) => onChange({ onFreeDay })}
      />
    </>
  );
}

function Places({
  list: { calendars, parents },
  isNew,
  draft,
  onChange,
}: DraftProps & { readonly list: RecurringTaskList; readonly isNew: boolean }) {
  return (
    <>
      <Choice
        label="Calendar"
        value={draft.calendarKey}
        options={[['', 'that of the project'], ...calendars.map(({ key, name }) => [key, name] as const)]}
        onChange={(calendarKey) => onChange({ calendarKey })}
      />
      {isNew && parents.length > 0 && (
        <Choice
          label="Under"
          value={draft.parentTaskId}
          options={[['', 'the end of the plan'], ...parents.map(({ key, name }) => [key, name] as const)]}
          onChange={(parentTaskId) => onChange({ parentTaskId })}
        />
      )}
    </>
  );
}

function doneWords({ occurrences, kept, start, finish }: RecurringTaskRecorded): string {
  const span =
    start === finish ? `on ${formatDay(start)}` : `from ${formatDay(start)} to ${formatDay(finish)}`;
  const left = kept === 0 ? '' : `; ${kept} that have begun were left alone`;
  return `${occurrences} ${occurrences === 1 ? 'occurrence is' : 'occurrences are'} in the plan, ${span}${left}.`;
}
