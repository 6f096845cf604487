import { Button } from '@mantine/core';
import type { BookingTask } from '@meridian/contracts-resourcing';
import { formatDay } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatCount } from '../money/format-money.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { Choose } from '../parts/choose.js';
import parts from '../parts/parts.module.css';
import { conflictState, mainStep, stageWord, stepWords } from './booking-words.js';
import styles from './bookings.module.css';
import { StagePath } from './stage-path.js';
import { useStep } from './use-step.js';

interface BookingTableProps {
  readonly label: string;
  readonly bookings: readonly BookingTask[];
  readonly chosenId: string | undefined;
  readonly onChoose: (booking: BookingTask) => void;
}

/** Bookings in rows; the step that is the reader's next stands at the end of the row. */
export function BookingTable({ label, bookings, chosenId, onChoose }: BookingTableProps) {
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label={label}>
      <table className={`${parts.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">Task</th>
            <th scope="col">Person</th>
            <th scope="col">When</th>
            <th scope="col" className={parts.number}>
              Hours
            </th>
            <th scope="col">How far</th>
            <th scope="col">Against it</th>
            <th scope="col">
              <span className="sr-only">Next step</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {bookings.map((booking) => (
            <Row
              key={booking.assignmentId}
              booking={booking}
              isChosen={booking.assignmentId === chosenId}
              onChoose={() => onChoose(booking)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly booking: BookingTask;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

function Row({ booking, isChosen, onChoose }: RowProps) {
  const { taskName, projectName, personName, resourceName, start, finish, workMinutes, stage } = booking;
  return (
    <tr className={styles.row} data-chosen={isChosen || undefined}>
      <td className={styles.task}>
        <Choose isOpen={isChosen} onClick={onChoose}>
          {taskName}
        </Choose>
        <span className="quiet">{projectName}</span>
      </td>
      <td>
        {personName ?? <span className="quiet">{resourceName}</span>}
        {stage === 'proposed' && <span className={`${styles.under} quiet`}>proposed</span>}
      </td>
      <td>
        {formatDay(start)} – {formatDay(finish)}
      </td>
      <td className={`${parts.number} ${styles.hours}`}>{formatCount(Math.round(workMinutes / 60))}</td>
      <td>
        <StagePath stage={stage} />
        <span className={styles.under}>{stageWord(stage)}</span>
      </td>
      <td>
        <HealthBadge {...conflictState(booking)} />
      </td>
      <td className={styles.next}>
        <NextStep booking={booking} onChoose={onChoose} />
      </td>
    </tr>
  );
}

function NextStep({ booking, onChoose }: Omit<RowProps, 'isChosen'>) {
  const { take, isPending, error } = useStep(booking);
  const step = mainStep(booking);
  if (step !== undefined)
    return (
      <>
        <Button
          size="compact-xs"
          variant={booking.waitsForCaller ? 'filled' : 'default'}
          loading={isPending}
          aria-label={`${stepWords[step]}: ${booking.taskName}`}
          onClick={() => take({ step })}
        >
          {stepWords[step]}
        </Button>
        <ChangeProblem cause={error} />
      </>
    );
  if (!booking.steps.includes('propose')) return null;
  return (
    <Button
      size="compact-xs"
      variant={booking.waitsForCaller ? 'filled' : 'default'}
      aria-label={`Propose somebody: ${booking.taskName}`}
      onClick={onChoose}
    >
      Propose …
    </Button>
  );
}
