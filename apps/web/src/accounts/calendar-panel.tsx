import { Button } from '@mantine/core';
import type { FiscalCalendarFigures } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../dates/format-day.js';
import { fiscalCalendarsQuery } from '../gateway/money-queries.js';
import { useMay } from '../gateway/use-may.js';
import { HealthBadge } from '../health/health-badge.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';
import styles from './accounts.module.css';
import { CalendarForm } from './calendar-form.js';
import { PeriodForm } from './period-form.js';

/** The fiscal calendars of the house: their periods, what is closed, and how either is changed. */
export function CalendarPanel() {
  const answer = useQuery(fiscalCalendarsQuery);
  const mayWrite = useMay('budget:approve') === true;
  return (
    <Panel anchor="calendars" title="Fiscal calendars" note="control accounts are phased by their periods">
      <Reading answer={answer} what="The fiscal calendars" lines={4}>
        {({ calendars }) =>
          calendars.length === 0 ? (
            <EmptyState title="No fiscal calendar is defined">
              Without one a budget is one sum over its whole life. With one a document counts for the period
              of its day, and a closed period takes no more of them.
            </EmptyState>
          ) : (
            calendars.map((calendar) => (
              <Calendar key={calendar.calendarId} calendar={calendar} mayWrite={mayWrite} />
            ))
          )
        }
      </Reading>
      {mayWrite && (
        <details className={forms.disclosure}>
          <summary>Define a fiscal calendar</summary>
          <CalendarForm calendar={undefined} />
        </details>
      )}
    </Panel>
  );
}

interface CalendarProps {
  readonly calendar: FiscalCalendarFigures;
  readonly mayWrite: boolean;
}

const lateWords = {
  refuse: 'A document for a closed period is refused.',
  'next-open': 'A document for a closed period counts for the next open one.',
} as const;

function Calendar({ calendar, mayWrite }: CalendarProps) {
  const [chosen, setChosen] = useState<string>();
  const { name, periods, latePosting } = calendar;
  const period = periods.find((one) => one.period === chosen);
  return (
    <article>
      <h3 className={forms.subhead}>{name}</h3>
      <p className={`${styles.words} quiet`}>{lateWords[latePosting]}</p>
      <div className={parts.scroller} tabIndex={0} role="region" aria-label={`Periods of ${name}`}>
        <table className={`${parts.table} ${styles.periods}`}>
          <thead>
            <tr>
              {['Period', 'From', 'Through', 'State'].map((title) => (
                <th key={title} scope="col">
                  {title}
                </th>
              ))}
              {mayWrite && (
                <th scope="col">
                  <span className="sr-only">Close or open</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {periods.map((one) => (
              <tr key={one.period}>
                <td>{one.period}</td>
                <td>{formatDay(one.firstDay)}</td>
                <td>{formatDay(one.lastDay)}</td>
                <td>
                  <HealthBadge
                    state={one.isClosed ? 'unknown' : 'on-track'}
                    word={one.isClosed ? 'Closed' : 'Open'}
                  />
                </td>
                {mayWrite && (
                  <td>
                    <Button
                      size="compact-xs"
                      variant="subtle"
                      aria-expanded={chosen === one.period}
                      aria-label={`${one.isClosed ? 'Open' : 'Close'} ${one.period} of ${name}`}
                      onClick={() => setChosen(chosen === one.period ? undefined : one.period)}
                    >
                      {one.isClosed ? 'Open again' : 'Close'}
                    </Button>
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {period && (
        <PeriodForm
          key={period.period}
          calendar={calendar}
          period={period}
          onClose={() => setChosen(undefined)}
        />
      )}
      {mayWrite && (
        <details className={forms.disclosure}>
          <summary>Add a year, or change the rule</summary>
          <CalendarForm key={calendar.version} calendar={calendar} />
        </details>
      )}
    </article>
  );
}
