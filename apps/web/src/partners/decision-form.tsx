import { Button } from '@mantine/core';
import type { DeliverableLine, Recorded } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { partnerKeys } from './partner-queries.js';
import styles from './partners.module.css';

interface Judgement {
  readonly isMet?: boolean;
  readonly evidence: string;
}

/** Each criterion is met or not, with what shows it; all met is accepted. */
export function DecisionForm({ deliverable }: { readonly deliverable: DeliverableLine }) {
  const { deliverableId, name, version, criteria, steps } = deliverable;
  const [judged, setJudged] = useState<readonly Judgement[]>(criteria.map(() => ({ evidence: '' })));
  const change = useSend<Recorded>(partnerKeys);
  const judge = (place: number, part: Partial<Judgement>): void =>
    setJudged(judged.map((one, at) => (at === place ? { ...one, ...part } : one)));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const findings = judged.map(({ isMet = false, evidence }, at) => ({
      criterion: at + 1,
      isMet,
      evidence: evidence.trim(),
    }));
    const path = `/v1/deliverables/${deliverableId}/decision`;
    change.mutate({ method: 'POST', path, body: { findings }, version });
  };
  const isJudged = judged.every(({ isMet }) => isMet !== undefined);
  const verdict = judged.every(({ isMet }) => isMet === true) ? 'Accept' : 'Reject';
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Decide on ${name}`}>
      {steps[0]?.evidence !== undefined && <p className={forms.whole}>Handed in: {steps[0].evidence}</p>}
      {criteria.map((criterion, at) => (
        <fieldset key={criterion} className={styles.finding}>
          <span>{criterion}</span>
          <span className={styles.choices}>
            {[true, false].map((isMet) => (
              <label key={String(isMet)} className={forms.check}>
                <input
                  type="radio"
                  required
                  name={`${deliverableId} ${at}`}
                  checked={judged[at]?.isMet === isMet}
                  onChange={() => judge(at, { isMet })}
                />
                {isMet ? 'met' : 'not met'}
              </label>
            ))}
          </span>
          <label className={forms.field}>
            <span className="sr-only">What shows it: {criterion}</span>
            <input
              required
              maxLength={1000}
              placeholder="What shows it"
              value={judged[at]?.evidence}
              onChange={({ currentTarget }) => judge(at, { evidence: currentTarget.value })}
            />
          </label>
        </fieldset>
      ))}
      <Button size="xs" type="submit" loading={change.isPending}>
        {isJudged ? verdict : 'Decide'}
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
