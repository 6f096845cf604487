import { Button } from '@mantine/core';
import type { LessonCategory } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { lessonKeys } from '../gateway/closing-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { lessonCategories } from './closing-words.js';

const blankLesson = () => ({
  lessonId: crypto.randomUUID(),
  category: 'scope' as LessonCategory,
  whatHappened: '',
  recommendation: '',
});

/** A new lesson: what happened, and what the next project should do. */
export function LessonForm({ projectId }: { readonly projectId: string }) {
  const [draft, setDraft] = useState(blankLesson);
  const change = useSend(lessonKeys(projectId));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { lessonId, category } = draft;
    const body = {
      category,
      whatHappened: draft.whatHappened.trim(),
      recommendation: draft.recommendation.trim(),
    };
    const path = `/v1/projects/${encodeURIComponent(projectId)}/lessons/${lessonId}`;
    change.mutate({ method: 'PUT', path, body, version: 0 }, { onSuccess: () => setDraft(blankLesson()) });
  };
  const text = (name: 'whatHappened' | 'recommendation', label: string) => (
    <label className={`${forms.field} ${forms.wide}`}>
      <span>{label}</span>
      <textarea
        required
        rows={2}
        maxLength={2000}
        value={draft[name]}
        onChange={({ currentTarget }) => setDraft({ ...draft, [name]: currentTarget.value })}
      />
    </label>
  );
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Write down a lesson">
      <label className={forms.field}>
        <span>About</span>
        <select
          value={draft.category}
          onChange={({ currentTarget }) =>
            setDraft({ ...draft, category: currentTarget.value as LessonCategory })
          }
        >
          {lessonCategories.map(([category, words]) => (
            <option key={category} value={category}>
              {words}
            </option>
          ))}
        </select>
      </label>
      {text('whatHappened', 'What happened')}
      {text('recommendation', 'What the next project should do')}
      <Button size="xs" type="submit" loading={change.isPending}>
        Write it down
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
