import type { OpenApproval } from '@meridian/contracts-resourcing';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../dates/format-day.js';
import styles from './hand-overs.module.css';

/** What waits for a decision of who leaves, with the way to where another one takes it. */
export function ApprovalLine({ approval }: { readonly approval: OpenApproval }) {
  const { kind, otherPersonName, weekStart, taskName, projectId, assignmentId } = approval;
  if (kind === 'timesheet') {
    return (
      <li className={styles.approval}>
        <span className={styles.kind}>Sheet to decide on</span>
        <span>
          <strong>{otherPersonName}</strong>
          {weekStart !== undefined && `, week of ${formatDay(weekStart)}`}
        </span>
        <Link to="/timesheets">Decide</Link>
      </li>
    );
  }
  return (
    <li className={styles.approval}>
      <span className={styles.kind}>Booking to confirm</span>
      <span>
        <strong>{otherPersonName}</strong>
        {taskName !== undefined && ` for ${taskName}`}
      </span>
      <Link to="/bookings" search={{ project: projectId, assignment: assignmentId }}>
        Decide
      </Link>
    </li>
  );
}
