import { Button } from '@mantine/core';
import type { LevelledProject, LevellingProposalFigures, Recorded } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import { levellingKey } from '../gateway/capacity-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

interface ContestFormProps {
  readonly proposal: LevellingProposalFigures;
  readonly project: LevelledProject;
  readonly onClose: () => void;
}

/** Why the owner does not agree: the proposal is off, and the next one is asked for with this known. */
export function ContestForm({ proposal, project, onClose }: ContestFormProps) {
  const [reason, setReason] = useState('');
  const change = useSend<Recorded>([levellingKey]);
  return (
    <form
      className={forms.form}
      aria-label={`Contest for ${project.name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const path = `/v1/levelling-proposals/${encodeURIComponent(proposal.proposalId)}/objection`;
        const body = { projectId: project.projectId, reason: reason.trim() };
        change.mutate({ method: 'POST', path, body }, { onSuccess: onClose });
      }}
    >
      <label className={`${forms.field} ${forms.wide}`}>
        <span>What the proposal does not know; it is off with this</span>
        <input
          required
          autoFocus
          maxLength={2000}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Contest
      </Button>
      <Button size="xs" variant="default" onClick={onClose}>
        Not now
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
