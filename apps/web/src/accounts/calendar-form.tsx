import { Button } from '@mantine/core';
import type { FiscalCalendarFigures, FiscalCalendarVersion } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import { today } from '../dates/format-day.js';
import { fiscalCalendarsKey } from '../gateway/money-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { dayAfter, periodsOfYear, type PeriodLength } from './calendar-periods.js';

type Late = FiscalCalendarFigures['latePosting'];

/** Defines a fiscal calendar by its first year, or adds the next year to one. */
export function CalendarForm({ calendar }: { readonly calendar: FiscalCalendarFigures | undefined }) {
  const [name, setName] = useState(calendar?.name ?? '');
  const [begins, setBegins] = useState(`${today().slice(0, 4)}-01`);
  const [length, setLength] = useState<PeriodLength | 'none'>('month');
  const [late, setLate] = useState<Late>(calendar?.latePosting ?? 'refuse');
  const change = useSend<FiscalCalendarVersion>([fiscalCalendarsKey]);
  const known = calendar?.periods ?? [];
  const firstDay = calendar ? dayAfter(known) : `${begins}-01`;
  const added = firstDay === undefined || length === 'none' ? [] : periodsOfYear(firstDay, length);
  return (
    <form
      className={forms.form}
      aria-label={calendar ? `Change ${calendar.name}` : 'Define a fiscal calendar'}
      onSubmit={(event) => {
        event.preventDefault();
        const calendarId = calendar?.calendarId ?? crypto.randomUUID();
        const path = `/v1/fiscal-calendars/${encodeURIComponent(calendarId)}`;
        const periods = [...known.map(({ isClosed: _, ...dates }) => dates), ...added];
        const body = { name: name.trim(), periods, latePosting: late };
        change.mutate({ method: 'PUT', path, body, version: calendar?.version ?? 0 });
      }}
    >
      <label className={`${forms.field} ${forms.wide}`}>
        <span>Name, as the accounts call it</span>
        <input
          required
          maxLength={200}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
        />
      </label>
      {!calendar && (
        <label className={forms.field}>
          <span>First year begins in</span>
          <input
            required
            type="month"
            value={begins}
            onChange={({ currentTarget }) => setBegins(currentTarget.value)}
          />
        </label>
      )}
      <label className={forms.field}>
        <span>{calendar ? `Year from ${firstDay ?? '–'}` : 'Its periods are'}</span>
        <select
          value={length}
          onChange={({ currentTarget }) => setLength(currentTarget.value as PeriodLength | 'none')}
        >
          {calendar && <option value="none">Add none</option>}
          <option value="month">Twelve months</option>
          <option value="quarter">Four quarters</option>
          <option value="year">One year</option>
        </select>
      </label>
      <label className={forms.field}>
        <span>A document for a closed period</span>
        <select value={late} onChange={({ currentTarget }) => setLate(currentTarget.value as Late)}>
          <option value="refuse">is refused</option>
          <option value="next-open">counts for the next open one</option>
        </select>
      </label>
      <Button size="xs" type="submit" loading={change.isPending}>
        {calendar ? 'Save' : 'Define'}
      </Button>
      {change.data && (
        <p className={forms.done} role="status">
          Saved.
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
