import { Button } from '@mantine/core';
import type { ConcernLine, Recorded } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { ConcernForm } from './concern-form.js';
import { concernsQuery, growthKey } from './growth-queries.js';
import styles from './growth.module.css';

/** Concerns of the reader, and those that wait for the reader's answer. */
export function ConcernsPanel() {
  const answer = useQuery(concernsQuery);
  return (
    <Panel title="Concerns" anchor="concerns" note="Read by nobody but those who are named with each">
      <Reading answer={answer} what="Concerns">
        {({ concerns }) => (
          <>
            {concerns.length === 0 ? (
              <EmptyState title="No concern">
                What troubles you goes to whom you choose, with a day by which you want an answer.
              </EmptyState>
            ) : (
              <ul className={styles.lines}>
                {concerns.map((concern) => (
                  <Concern key={concern.concernId} concern={concern} />
                ))}
              </ul>
            )}
            <details className={forms.disclosure}>
              <summary>Raise a concern</summary>
              <ConcernForm key={concerns.length} />
            </details>
          </>
        )}
      </Reading>
    </Panel>
  );
}

function Concern({ concern }: { readonly concern: ConcernLine }) {
  const { title, state, answerBy, isOverdue, readers, raisedByName, isOwn, words, confidentiality } = concern;
  const tone = isOverdue ? 'risk' : state === 'answered' ? 'good' : 'plain';
  const stateText = isOverdue ? 'no answer in time' : (concern.outcome ?? state);
  const who = confidentiality === 'open' ? 'everybody here; to answer: ' : '';
  return (
    <li>
      <p className={styles.line}>
        <strong>{title}</strong>
        <span className={styles.state} data-tone={tone}>
          {stateText}
        </span>
        <span className="quiet">
          {isOwn ? 'yours' : `of ${raisedByName}`} · answer by {formatDay(answerBy)} · read by {who}
          {readers.join(', ')}
        </span>
      </p>
      <ul className={styles.words}>
        {words.map((word) => (
          <li key={`${word.at} ${word.byName}`}>
            <span className="quiet">
              {word.byName}, {formatMoment(word.at)}
            </span>
            {`\n${word.text}`}
          </li>
        ))}
      </ul>
      {state !== 'closed' && <Word key={concern.version} concern={concern} />}
    </li>
  );
}

/** A further word; and who raised it may close it. */
function Word({ concern: { concernId, title, isOwn, version } }: { readonly concern: ConcernLine }) {
  const [text, setText] = useState('');
  const change = useSend<Recorded>([growthKey]);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change.mutate({ method: 'POST', path: `/v1/concerns/${concernId}/words`, body: { text } });
  };
  const close = (): void =>
    change.mutate({
      method: 'POST',
      path: `/v1/concerns/${concernId}/closing`,
      body: { outcome: 'settled' },
      version,
    });
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Say something to ${title}`}>
      <label className={`${forms.field} ${forms.wide}`}>
        <span>{isOwn ? 'Add a word' : 'Answer'}</span>
        <textarea
          required
          rows={1}
          maxLength={10000}
          value={text}
          onChange={({ currentTarget }) => setText(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" variant={isOwn ? 'default' : 'filled'} loading={change.isPending}>
        Send
      </Button>
      {isOwn && (
        <Button size="xs" variant="default" loading={change.isPending} onClick={close}>
          It is settled
        </Button>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
