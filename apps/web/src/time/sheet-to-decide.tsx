import { Button } from '@mantine/core';
import type { Recorded, TimesheetLine } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay, isoWeek } from '../dates/format-day.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { hoursText } from './hours.js';
import { timesheetQuery } from './time-queries.js';
import styles from './time.module.css';
import { nameOf } from './week-grid.js';

/** One sheet: how much against how much time, its lines on demand, and the decision. */
export function SheetToDecide({ sheet }: { readonly sheet: TimesheetLine }) {
  const { sheetId, personName, orgUnit, weekStart, pendingMinutes, capacityMinutes, version } = sheet;
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const change = useSend<Recorded>([['time']]);
  const decide = (outcome: 'approved' | 'returned'): void => {
    const body = { outcome, ...(outcome === 'returned' && { reason }) };
    change.mutate({ method: 'POST', path: `/v1/timesheets/${sheetId}/decision`, body, version });
  };
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <strong>{personName}</strong>
          <span className="quiet">{orgUnit}</span>
          <span>Week {isoWeek(weekStart)}</span>
          <span className={styles.amount}>
            {hoursText(pendingMinutes) || '0'} of {hoursText(capacityMinutes) || '0'} h
          </span>
        </summary>
        {isOpen && <Lines sheet={sheet} />}
      </details>
      <div className={styles.decision}>
        <Button size="xs" loading={change.isPending} onClick={() => decide('approved')}>
          Approve
        </Button>
        <input
          className={forms.input}
          aria-label={`Why the sheet of ${personName} is returned`}
          placeholder="Why it is returned"
          maxLength={500}
          value={reason}
          onChange={({ currentTarget }) => setReason(currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          disabled={reason.trim() === ''}
          loading={change.isPending}
          onClick={() => decide('returned')}
        >
          Return
        </Button>
      </div>
      <ChangeProblem cause={change.error} />
    </li>
  );
}

function Lines({ sheet: { weekStart, personId } }: { readonly sheet: TimesheetLine }) {
  const { data } = useQuery(timesheetQuery(weekStart, personId));
  if (!data) return <p className="quiet">The lines are being loaded.</p>;
  return (
    <ul className={styles.entries}>
      {data.entries.map((entry) => (
        <li key={entry.entryId}>
          <span>{formatDay(entry.day)}</span>
          <span>{nameOf(entry)}</span>
          <span className={styles.amount}>{hoursText(entry.minutes)} h</span>
          <span className="quiet">
            {entry.isApproved
              ? 'approved before'
              : entry.reversesEntryId
                ? 'takes a line back'
                : (entry.note ?? '')}
          </span>
        </li>
      ))}
    </ul>
  );
}
