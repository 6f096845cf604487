import { Button } from '@mantine/core';
import type { Board } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { formatMoment } from '../dates/format-day.js';
import { boardKeys, boardPath } from '../gateway/board-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { Choice } from '../parts/choice.js';
import forms from '../parts/forms.module.css';

/** How many items the columns may hold at a time, and what becomes of one more. */
export function LimitsForm({ board: { projectId, limits } }: { readonly board: Board }) {
  const [draft, setDraft] = useState({
    committed: String(limits?.committed ?? ''),
    inProgress: String(limits?.inProgress ?? ''),
    onOverrun: limits?.onOverrun ?? ('warn' as const),
  });
  const change = useSend(boardKeys(projectId));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { committed, inProgress, onOverrun } = draft;
    const body = {
      onOverrun,
      ...(committed === '' ? {} : { committed: Number(committed) }),
      ...(inProgress === '' ? {} : { inProgress: Number(inProgress) }),
    };
    const path = `${boardPath(projectId)}/board/limits`;
    change.mutate({ method: 'PUT', path, body, version: limits?.version ?? 0 });
  };
  const limit = (name: 'committed' | 'inProgress', label: string) => (
    <label className={forms.field}>
      <span>{label}</span>
      <input
        type="number"
        min={1}
        max={500}
        placeholder="no limit"
        value={draft[name]}
        onChange={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Limits of the columns">
      {limit('committed', 'Committed, at most')}
      {limit('inProgress', 'In progress, at most')}
      <Choice
        label="One more"
        value={draft.onOverrun}
        options={[
          ['warn', 'is let in with a warning'],
          ['refuse', 'is refused'],
        ]}
        onChange={(onOverrun) => setDraft({ ...draft, onOverrun })}
      />
      <Button size="xs" variant="default" type="submit" loading={change.isPending}>
        Set limits
      </Button>
      {limits && (
        <p className={`quiet ${forms.whole}`}>
          Set by {limits.setByName}, {formatMoment(limits.setAt)}
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
