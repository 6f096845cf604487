import { Button } from '@mantine/core';
import type { RaidLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { raidKeys, raidPath } from '../gateway/raid-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { endings, entryKindOf, statusWords } from './raid-words.js';

/** Ends an entry with what became of it, or opens it again. */
export function SettleForm({ line }: { readonly line: RaidLine }) {
  const { projectId, entryId, version } = line;
  const kind = entryKindOf(line);
  const isOpen = line.status === 'open';
  const [outcome, setOutcome] = useState(endings[kind][0] ?? 'open');
  const [reason, setReason] = useState('');
  const change = useSend(raidKeys(projectId));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const body = { outcome: isOpen ? outcome : 'open', reason: reason.trim() };
    change.mutate({ method: 'POST', path: raidPath(projectId, entryId, 'outcome'), body, version });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`What became of entry ${line.number}`}>
      {isOpen && (
        <label className={forms.field}>
          <span>It is</span>
          <select
            value={outcome}
            onChange={({ currentTarget }) => setOutcome(currentTarget.value as typeof outcome)}
          >
            {endings[kind].map((ending) => (
              <option key={ending} value={ending}>
                {statusWords[ending].toLowerCase()}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Reason</span>
        <input
          required
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <Button size="xs" variant="default" type="submit" loading={change.isPending}>
        {isOpen ? 'End it' : 'Open it again'}
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
