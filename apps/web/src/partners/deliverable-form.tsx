import { Button } from '@mantine/core';
import type { DeliverableLine, Recorded } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { ProjectChoice } from '../between/project-choice.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { DraftField } from './draft-field.js';
import { PartnerChoice } from './partner-choice.js';
import { partnerKeys } from './partner-queries.js';
import { linesOf } from './partner-words.js';

/** Agrees what a partner delivers, or agrees it anew. */
export function DeliverableForm({ deliverable }: { readonly deliverable?: DeliverableLine }) {
  const before = draftOf(deliverable);
  const [draft, setDraft] = useState(before);
  const change = useSend<Recorded>(partnerKeys);
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const { partnerId, projectId, name, criteria, dueOn } = draft;
    const body = { partnerId, projectId, name: name.trim(), criteria: linesOf(criteria), dueOn };
    const path = `/v1/deliverables/${deliverable?.deliverableId ?? crypto.randomUUID()}`;
    change.mutate(
      { method: 'PUT', path, body, version: deliverable?.version ?? 0 },
      { onSuccess: () => deliverable === undefined && setDraft(before) },
    );
  };
  const field = { draft, onChange: setDraft };
  return (
    <form className={forms.form} onSubmit={submit} aria-label="Agree a deliverable">
      {!deliverable && (
        <>
          <PartnerChoice
            label="Partner"
            none="choose a partner"
            isRequired
            value={draft.partnerId}
            onChange={(partnerId) => setDraft({ ...draft, partnerId })}
          />
          <ProjectChoice
            but=""
            label="For the project"
            value={draft.projectId}
            onChange={(projectId) => setDraft({ ...draft, projectId })}
          />
        </>
      )}
      <DraftField {...field} name="name" label="What is delivered" isRequired isWide />
      <DraftField {...field} name="dueOn" label="Due" type="date" isRequired />
      <label className={`${forms.field} ${forms.whole}`}>
        <span>Accepted by: a criterion in each line</span>
        <textarea
          required
          rows={3}
          value={draft.criteria}
          onChange={({ currentTarget }) => setDraft({ ...draft, criteria: currentTarget.value })}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        Agree
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}

function draftOf(deliverable: DeliverableLine | undefined) {
  const { partnerId = '', projectId = '', name = '', dueOn = '', criteria = [] } = deliverable ?? {};
  return { partnerId, projectId, name, dueOn, criteria: criteria.join('\n') };
}
