import { Button } from '@mantine/core';
import type { BacklogItemFacts } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { boardKeys, boardPath } from '../gateway/board-queries.js';
import { milestoneTrendQuery } from '../gateway/raid-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

const kinds: readonly BacklogItemFacts['kind'][] = ['story', 'defect', 'chore', 'spike'];

/** A new item, last in the order; the milestone that waits for it makes its forecast. */
export function ItemForm({ projectId }: { readonly projectId: string }) {
  const [itemId] = useState(() => crypto.randomUUID());
  const [wish, setWish] = useState({ title: '', kind: 'story', points: '', milestoneId: '' });
  const milestones = useQuery(milestoneTrendQuery(projectId)).data?.milestones ?? [];
  const change = useSend(boardKeys(projectId));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { title, kind, points, milestoneId } = wish;
    const body = {
      title: title.trim(),
      kind,
      ...(points === '' ? {} : { points: Number(points) }),
      ...(milestoneId === '' ? {} : { milestoneId }),
    };
    const path = `${boardPath(projectId)}/backlog/${encodeURIComponent(itemId)}`;
    change.mutate({ method: 'PUT', path, body, version: 0 });
  };
  const set = (name: keyof typeof wish) => ({
    value: wish[name],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) =>
      setWish({ ...wish, [name]: currentTarget.value }),
  });
  return (
    <form className={forms.form} onSubmit={submit} aria-label="A new item of the backlog">
      <label className={`${forms.field} ${forms.wide}`}>
        <span>What is wanted</span>
        <input required maxLength={300} {...set('title')} />
      </label>
      <label className={forms.field}>
        <span>Kind</span>
        <select {...set('kind')}>
          {kinds.map((kind) => (
            <option key={kind}>{kind}</option>
          ))}
        </select>
      </label>
      <label className={forms.field}>
        <span>Points, if estimated</span>
        <input type="number" min={1} max={1000} step={1} size={6} {...set('points')} />
      </label>
      {milestones.length > 0 && (
        <label className={forms.field}>
          <span>Needed for</span>
          <select {...set('milestoneId')}>
            <option value="">no milestone</option>
            {milestones.map(({ milestoneId, name }) => (
              <option key={milestoneId} value={milestoneId}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <Button size="xs" type="submit" loading={change.isPending}>
        Add it
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
