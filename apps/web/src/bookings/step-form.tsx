import { Button } from '@mantine/core';
import type { BookingTask } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import { PersonField } from '../people/person-field.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { mainStep, stepWords } from './booking-words.js';
import { useStep } from './use-step.js';

/** The steps that are the reader's to take, with a reason that stays in the history. */
export function StepForm({ booking }: { readonly booking: BookingTask }) {
  const { take, isPending, error } = useStep(booking);
  const [personId, setPersonId] = useState<string>();
  const [reason, setReason] = useState('');
  const { steps } = booking;
  const main = mainStep(booking);
  const naming = steps.find((step) => step === 'propose' || step === 'swap');
  if (steps.length === 0)
    return (
      <p className="quiet">It is for the project’s manager and who decides for the person to move it.</p>
    );
  return (
    <form
      className={forms.form}
      aria-label={`Next step of ${booking.taskName}`}
      onSubmit={(event) => event.preventDefault()}
    >
      {naming && <PersonField label={stepWords[naming]} onPick={setPersonId} />}
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Reason, if there is one</span>
        <input
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
      </label>
      {naming && (
        <Button
          size="xs"
          variant={main ? 'default' : 'filled'}
          disabled={personId === undefined}
          loading={isPending}
          onClick={() => take({ step: naming, personId, reason })}
        >
          {stepWords[naming]}
        </Button>
      )}
      {main && (
        <Button size="xs" loading={isPending} onClick={() => take({ step: main, reason })}>
          {stepWords[main]}
        </Button>
      )}
      {steps.includes('release') && (
        <Button
          size="xs"
          variant="default"
          loading={isPending}
          onClick={() => take({ step: 'release', reason })}
        >
          {stepWords.release}
        </Button>
      )}
      <ChangeProblem cause={error} />
    </form>
  );
}
