import { Button, SegmentedControl } from '@mantine/core';
import type { ScheduleRulesInForce } from '@meridian/contracts-projects';
import { useId, useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { useChange } from './use-change.js';

interface RulesFormProps {
  readonly projectId: string;
  readonly rules: ScheduleRulesInForce;
}

const logics = [
  { value: 'retained-logic', label: 'Waits' },
  { value: 'progress-override', label: 'Goes on' },
];
const honoured = [
  { value: 'constraint', label: 'Constraint' },
  { value: 'link', label: 'Link' },
];

/** Sets the rules; the plan is computed again at once. */
export function RulesForm({ projectId, rules }: RulesFormProps) {
  const [statusDate, setStatusDate] = useState(rules.statusDate ?? '');
  const [outOfSequence, setOutOfSequence] = useState<string>(rules.outOfSequence);
  const [honour, setHonour] = useState<string>(rules.honour);
  const change = useChange(projectId);
  const dateId = useId();
  const isSame =
    statusDate === (rules.statusDate ?? '') &&
    outOfSequence === rules.outOfSequence &&
    honour === rules.honour;
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    change.mutate({
      method: 'PUT',
      path: `/v1/projects/${encodeURIComponent(projectId)}/schedule-rules`,
      body: { ...(statusDate === '' ? {} : { statusDate }), outOfSequence, honour },
      version: rules.version,
    });
  };
  return (
    <form className={forms.form} onSubmit={submit}>
      <label className={forms.field} htmlFor={dateId}>
        <span>Status date</span>
        <input
          id={dateId}
          type="date"
          max={today()}
          value={statusDate}
          onChange={({ currentTarget }) => setStatusDate(currentTarget.value)}
        />
      </label>
      <div className={forms.field}>
        <span>Begun too early, the rest</span>
        <SegmentedControl
          size="xs"
          aria-label="What remains of a task that began before its predecessors allowed"
          value={outOfSequence}
          onChange={setOutOfSequence}
          data={logics}
        />
      </div>
      <div className={forms.field}>
        <span>Where they clash, honour the</span>
        <SegmentedControl
          size="xs"
          aria-label="What stands when a link asks for a later date than a constraint allows"
          value={honour}
          onChange={setHonour}
          data={honoured}
        />
      </div>
      <Button size="xs" type="submit" disabled={isSame} loading={change.isPending}>
        Compute again
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
