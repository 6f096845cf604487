import { Button } from '@mantine/core';
import type {
  FiscalCalendarFigures,
  FiscalCalendarVersion,
  FiscalPeriodState,
} from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { budgetKey, fiscalCalendarsKey, waitingDocumentsKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';

interface PeriodFormProps {
  readonly calendar: FiscalCalendarFigures;
  readonly period: FiscalPeriodState;
  readonly onClose: () => void;
}

/** Closes a period, or opens it again, with the decision that the journal keeps. */
export function PeriodForm({ calendar, period: { period, isClosed }, onClose }: PeriodFormProps) {
  const [decision, setDecision] = useState('');
  const change = useSend<FiscalCalendarVersion>([fiscalCalendarsKey, waitingDocumentsKey, budgetKey]);
  const { calendarId, version, name } = calendar;
  return (
    <form
      className={forms.form}
      aria-label={`${isClosed ? 'Open' : 'Close'} ${period} of ${name}`}
      onSubmit={(event) => {
        event.preventDefault();
        const path = `/v1/fiscal-calendars/${encodeURIComponent(calendarId)}/period`;
        const body = { period, isClosed: !isClosed, decision: decision.trim() };
        change.mutate({ method: 'PUT', path, body, version }, { onSuccess: onClose });
      }}
    >
      <label className={`${forms.field} ${forms.wide}`}>
        <span>
          Who decided that {period} is {isClosed ? 'opened again' : 'closed'}, and why
        </span>
        <input
          required
          autoFocus
          maxLength={300}
          value={decision}
          onChange={({ currentTarget }) => setDecision(currentTarget.value)}
        />
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        {isClosed ? 'Open' : 'Close'} {period}
      </Button>
      <Button size="xs" variant="default" onClick={onClose}>
        Leave it
      </Button>
      <ChangeProblem cause={change.error} />
    </form>
  );
}
