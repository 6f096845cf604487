import { Button } from '@mantine/core';
import type { DependencyAnswer, DependencyLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import { betweenKeys, pathOf } from '../gateway/between-queries.js';
import { useMay } from '../gateway/use-may.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { answersTo, answerWords } from './answers-to.js';

interface AnswerFormProps {
  readonly projectId: string;
  readonly line: DependencyLine;
}

/** Accepts, rejects, asks for another day, or takes back one's own offer; only what fits the state is offered. */
export function AnswerForm({ projectId, line }: AnswerFormProps) {
  const [wish, setWish] = useState({ promisedOn: line.offeredOn ?? line.promisedOn ?? '', note: '' });
  const change = useSend(betweenKeys);
  const mayWrite = useMay('project:write') === true;
  const answers = mayWrite ? answersTo(line) : [];
  if (answers.length === 0) return null;
  const send = (answer: DependencyAnswer): void => {
    const note = wish.note.trim() === '' ? {} : { note: wish.note.trim() };
    const day = answer === 'renegotiate' ? { promisedOn: wish.promisedOn } : {};
    const path = `${pathOf(projectId)}/dependencies/${encodeURIComponent(line.dependencyId)}/answer`;
    change.mutate({ method: 'POST', path, body: { answer, ...day, ...note }, version: line.version });
  };
  return (
    <div className={forms.form} role="group" aria-label={`Answer to ${line.name}`}>
      {answers.includes('renegotiate') && (
        <label className={forms.field}>
          <span>Another day</span>
          <input
            type="date"
            value={wish.promisedOn}
            onChange={({ currentTarget }) => setWish({ ...wish, promisedOn: currentTarget.value })}
          />
        </label>
      )}
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Note, if any</span>
        <input
          maxLength={1000}
          value={wish.note}
          onChange={({ currentTarget }) => setWish({ ...wish, note: currentTarget.value })}
        />
      </label>
      {answers.map((answer) => (
        <Button
          key={answer}
          size="xs"
          variant={answer === 'accept' ? 'filled' : 'default'}
          disabled={answer === 'renegotiate' && wish.promisedOn === ''}
          loading={change.isPending}
          onClick={() => send(answer)}
        >
          {answerWords[answer]}
        </Button>
      ))}
      <ChangeProblem cause={change.error} />
    </div>
  );
}
