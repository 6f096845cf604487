import type { DateStep } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { withReadableDays } from '../dates/days-in-words.js';
import { formatDay } from '../dates/format-day.js';
import { whyQuery } from '../gateway/queries.js';
import { formatCount } from '../money/format-money.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import { causeWords } from './cause-words.js';
import styles from './why-chain.module.css';

interface WhyChainProps {
  readonly projectId: string;
  readonly taskId: string;
  readonly onChoose: (taskId: string) => void;
}

/** Every cause of a task's finish, back to a date that somebody gave. */
export function WhyChain({ projectId, taskId, onChoose }: WhyChainProps) {
  const why = useQuery(whyQuery(projectId, taskId));
  if (why.error) return <ProblemNotice cause={why.error} onRetry={() => void why.refetch()} />;
  if (!why.data) return <p className="quiet">Following the chain of causes…</p>;
  const { steps, stepsLeftOut } = why.data;
  return (
    <>
      <ol className={styles.chain} aria-label={`Why ${why.data.name} finishes on ${formatDay(why.data.at)}`}>
        {steps.map((step, index) => (
          <Step
            key={`${index} ${step.taskId}`}
            step={step}
            isAllowed={steps[index - 1]?.kind === 'calendar'}
            onChoose={onChoose}
          />
        ))}
      </ol>
      {stepsLeftOut !== undefined && (
        <p className="quiet">The chain goes on for {formatCount(stepsLeftOut)} more steps.</p>
      )}
    </>
  );
}

interface StepProps {
  readonly step: DateStep;
  /** The date is allowed by its cause, though nobody works then: the step before says so. */
  readonly isAllowed: boolean;
  readonly onChoose: (taskId: string) => void;
}

function Step({ step, isAllowed, onChoose }: StepProps) {
  const { otherTaskId, otherName } = step;
  return (
    <li className={styles.step}>
      <span className={styles.kind} data-kind={step.kind}>
        {causeWords(step.kind)}
      </span>
      <span>
        <strong>{step.name}</strong> {verbOf(step, isAllowed)} {formatDay(step.at)}{' '}
        <span className={styles.time}>{step.at.slice(11, 16)}</span>
      </span>
      <span className={styles.sentence}>
        {withReadableDays(step.sentence)}{' '}
        {otherTaskId !== undefined && (
          <button type="button" className={styles.go} onClick={() => onChoose(otherTaskId)}>
            Show {otherName}
          </button>
        )}
      </span>
    </li>
  );
}

function verbOf({ end }: DateStep, isAllowed: boolean): string {
  if (isAllowed) return end === 'start' ? 'may start' : 'may finish';
  return end === 'start' ? 'starts' : 'finishes';
}
