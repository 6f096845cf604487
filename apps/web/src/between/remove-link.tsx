import { Button } from '@mantine/core';
import type { ProjectLinkLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { betweenKeys, pathOf } from '../gateway/between-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

interface RemoveLinkProps {
  readonly projectId: string;
  readonly line: ProjectLinkLine;
}

/** The task waits no longer; the plan is computed again, so it is said why. */
export function RemoveLink({ projectId, line }: RemoveLinkProps) {
  const [reason, setReason] = useState<string>();
  const change = useSend(betweenKeys);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const path = `${pathOf(projectId)}/links/${encodeURIComponent(line.linkId)}/removal`;
    const words = reason?.trim() ?? '';
    change.mutate({
      method: 'POST',
      path,
      body: words === '' ? {} : { reason: words },
      version: line.version,
    });
  };
  if (reason === undefined)
    return (
      <Button size="compact-sm" variant="subtle" onClick={() => setReason('')}>
        Take it off
      </Button>
    );
  return (
    <form
      className={forms.form}
      onSubmit={submit}
      aria-label={`Take off the link of ${line.taskName ?? 'the task'}`}
    >
      <label className={forms.field}>
        <span>Why</span>
        <input
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <Button size="compact-sm" variant="default" type="submit" loading={change.isPending}>
        Take it off
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
