import { Button } from '@mantine/core';
import type { BookingTask, StaffingCandidate } from '@meridian/contracts-resourcing';
import { FitReasons } from '../people/fit-reasons.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import styles from './bookings.module.css';
import { useStep } from './use-step.js';

interface CandidateListProps {
  readonly booking: BookingTask;
  readonly candidates: readonly StaffingCandidate[];
}

/** Who could do it, the best first, each with the reasons. */
export function CandidateList({ booking, candidates }: CandidateListProps) {
  const { take, isPending, error } = useStep(booking);
  const naming = booking.steps.find((step) => step === 'propose' || step === 'swap');
  return (
    <>
      <h3 className={forms.subhead}>Who else could do it</h3>
      <ol className={styles.candidates}>
        {candidates.map(({ personId, name, role, score, reasons }) => (
          <li key={personId}>
            <div className={styles.candidate}>
              <strong>{name}</strong> <span className="quiet">{role}</span>
              <span className={styles.score} title="Points times weights, of 100">
                {Math.round(score / 100)}
              </span>
              {naming && (
                <Button
                  size="compact-xs"
                  variant="default"
                  loading={isPending}
                  aria-label={`${naming === 'swap' ? 'Swap for' : 'Propose'} ${name}`}
                  onClick={() => take({ step: naming, personId })}
                >
                  {naming === 'swap' ? 'Swap' : 'Propose'}
                </Button>
              )}
            </div>
            <FitReasons reasons={reasons} />
          </li>
        ))}
      </ol>
      <ChangeProblem cause={error} />
    </>
  );
}
