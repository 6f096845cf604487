import { Button } from '@mantine/core';
import type { ProjectFile, ScheduledTask } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import type { Me } from '../gateway/answers.js';
import { meQuery } from '../gateway/queries.js';
import { raidKeys, raidPath } from '../gateway/raid-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { blankEntry, entryBody } from './entry-draft.js';
import { entryKinds, probabilityWords, type EntryKind } from './raid-words.js';

interface RaidFormProps {
  readonly project: ProjectFile;
  /** Those that a risk may delay. */
  readonly tasks: readonly ScheduledTask[];
}

/** A new entry of the register: what, whose, how likely, how bad, and which task it delays. */
export function RaidForm({ project, tasks }: RaidFormProps) {
  const { projectId, currency } = project;
  const me = useQuery(meQuery).data;
  const [draft, setDraft] = useState(blankEntry);
  const change = useSend(raidKeys(projectId));
  const owners = ownersOf(project, me);
  const body = entryBody(draft, owners, currency);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (body === undefined) return;
    const path = raidPath(projectId, draft.entryId);
    change.mutate(
      { method: 'PUT', path, body, version: 0 },
      { onSuccess: () => setDraft({ ...blankEntry(), kind: draft.kind }) },
    );
  };
  const input = (name: keyof typeof draft, label: string, more: object = {}) => (
    <label className={forms.field}>
      <span>{label}</span>
      <input
        value={draft[name]}
        onChange={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
        {...more}
      />
    </label>
  );
  const select = (
    name: keyof typeof draft,
    label: string,
    options: readonly (readonly [string, string])[],
  ) => (
    <label className={forms.field}>
      <span>{label}</span>
      <select
        value={draft[name]}
        onChange={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
      >
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  const isGood = draft.kind === 'opportunity';
  const works = tasks.filter(({ isSummary, isMilestone }) => !isSummary && !isMilestone);
  const days = { type: 'number', min: 0, step: 'any', size: 6 };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="A new entry of the register">
      {select('kind', 'Kind', entryKinds)}
      {input('title', 'What', { required: true, maxLength: 200, size: 36 })}
      {select(
        'owner',
        'Owner',
        owners.map(({ personId, name }) => [personId, name] as const),
      )}
      {draft.kind !== 'issue' &&
        input('probability', probabilityWords[draft.kind as EntryKind], {
          type: 'number',
          min: 0,
          max: 100,
          required: true,
        })}
      {input('cost', `Then ${isGood ? 'saves' : 'costs'}, ${currency}`, {
        inputMode: 'decimal',
        required: true,
        size: 10,
      })}
      {input('days', `Then ${isGood ? 'shortens' : 'delays'} the project, days`, {
        ...days,
        step: 1,
        required: true,
      })}
      {input('dueOn', 'To be looked at on', { type: 'date' })}
      {works.length > 0 &&
        select('taskId', isGood ? 'Shortens the task' : 'Delays the task', [
          ['', 'none'],
          ...works.map(taskOption),
        ])}
      {draft.taskId !== '' && (
        <>
          {input('low', isGood ? 'At least, days' : 'At best, days', { ...days, required: true })}
          {input('likely', 'Most likely, days', { ...days, required: true })}
          {input('high', isGood ? 'At most, days' : 'At worst, days', { ...days, required: true })}
        </>
      )}
      <Button size="xs" type="submit" disabled={body === undefined} loading={change.isPending}>
        Add to the register
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}

function taskOption({ taskId, wbs, name }: ScheduledTask): readonly [string, string] {
  return [taskId, `${wbs} ${name}`];
}

/** People of whom the page knows the name: oneself, the manager, the sponsor. */
function ownersOf(project: ProjectFile, me: Me | undefined): readonly Pick<Me, 'personId' | 'name'>[] {
  const { managerPersonId, managerName, sponsorPersonId, sponsorName } = project;
  const known = [
    me && { personId: me.personId, name: me.name },
    managerPersonId && managerName && { personId: managerPersonId, name: managerName },
    sponsorPersonId && sponsorName && { personId: sponsorPersonId, name: sponsorName },
  ].filter((one) => typeof one === 'object');
  return [...new Map(known.map((one) => [one.personId, one])).values()];
}
