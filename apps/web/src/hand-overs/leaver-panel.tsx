import { Link } from '@tanstack/react-router';
import { formatDay, formatNear, today } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatCount } from '../money/format-money.js';
import { Panel } from '../parts/panel.js';
import { ApprovalLine } from './approval-line.js';
import { HandOverItem } from './hand-over-item.js';
import styles from './hand-overs.module.css';
import type { Leaver } from './leavers.js';
import { SponsorDecisions } from './sponsor-decisions.js';

/** One who leaves: the last day, and each thing with the way to hand it over. */
export function LeaverPanel({
  leaver: { personId, personName, lastDay, items, approvals },
}: {
  readonly leaver: Leaver;
}) {
  const now = today();
  const isGone = lastDay < now;
  const count = items.length + approvals.length;
  return (
    <Panel
      title={personName}
      note={`last day ${formatDay(lastDay)}, ${count === 1 ? '1 thing' : `${formatCount(count)} things`} to hand over`}
      side={
        <>
          <HealthBadge
            state={isGone ? 'off-track' : 'at-risk'}
            word={isGone ? `Left ${formatNear(lastDay, now)}` : `Leaves ${formatNear(lastDay, now)}`}
          />
          <Link className={styles.time} to="/person-time" search={{ person: personId }}>
            Time
          </Link>
        </>
      }
    >
      <ul className={styles.items}>
        {items.map((item) => (
          <HandOverItem
            key={`${item.kind} ${item.assignmentId ?? item.otherPersonId ?? item.projectId ?? ''}`}
            item={item}
          />
        ))}
        {approvals.map((approval) => (
          <ApprovalLine
            key={`${approval.otherPersonId} ${approval.weekStart ?? approval.assignmentId ?? ''}`}
            approval={approval}
          />
        ))}
      </ul>
      {items.some(({ kind }) => kind === 'project-sponsor') && <SponsorDecisions personId={personId} />}
    </Panel>
  );
}
