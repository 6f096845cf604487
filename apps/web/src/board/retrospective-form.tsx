import { Button } from '@mantine/core';
import type { Retrospective } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { boardKeys, boardPath } from '../gateway/board-queries.js';
import { meQuery } from '../gateway/queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { linesOf, openActions } from './retrospective-lines.js';

interface RetrospectiveFormProps {
  readonly projectId: string;
  readonly sprintId: string;
  readonly before: Retrospective | undefined;
}

/** Looks back: a line for each thing that was said, and one new action with who sees to it. Earlier ones stay. */
export function RetrospectiveForm({ projectId, sprintId, before }: RetrospectiveFormProps) {
  const me = useQuery(meQuery).data;
  const [actionId] = useState(() => crypto.randomUUID());
  const [wish, setWish] = useState({
    wentWell: before?.wentWell.join('\n') ?? '',
    toImprove: before?.toImprove.join('\n') ?? '',
    action: '',
    dueOn: today(),
  });
  const change = useSend(boardKeys(projectId));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { wentWell, toImprove, action, dueOn } = wish;
    const text = action.trim();
    const owner = { ownerPersonId: me?.personId ?? '', ownerName: me?.name ?? '' };
    const added = text === '' ? [] : [{ actionId, text, dueOn, ...owner }];
    const body = {
      wentWell: linesOf(wentWell),
      toImprove: linesOf(toImprove),
      actions: [...openActions(before), ...added],
    };
    const path = `${boardPath(projectId)}/sprints/${encodeURIComponent(sprintId)}/retrospective`;
    change.mutate({ method: 'PUT', path, body, version: before?.version ?? 0 });
  };
  const set = (name: keyof typeof wish) => ({
    value: wish[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setWish({ ...wish, [name]: currentTarget.value }),
  });
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Retrospective">
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Went well, a line each</span>
        <textarea rows={4} {...set('wentWell')} />
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>To improve, a line each</span>
        <textarea rows={4} {...set('toImprove')} />
      </label>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>A new action, seen to by {me?.name ?? 'you'}</span>
        <input maxLength={500} {...set('action')} />
      </label>
      <label className={forms.field}>
        <span>By</span>
        <input type="date" required {...set('dueOn')} />
      </label>
      <Button size="xs" type="submit" disabled={me === undefined} loading={change.isPending}>
        Keep it
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
