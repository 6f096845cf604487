import type {
  MissingTimesheetsFigures,
  TimesheetFigures,
  TimesheetPage as SheetPage,
} from '@meridian/contracts-resourcing';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../gateway/ask.js';

/** The own sheet of a week, or that of a person. */
export const timesheetQuery = (weekStart: string | undefined, personId?: string) =>
  queryOptions({
    queryKey: ['time', 'sheet', weekStart ?? '', personId ?? ''],
    queryFn: ({ signal }) => ask<TimesheetFigures>('/v1/timesheet', { weekStart, personId }, signal),
  });

/** Sheets that wait for a decision of the reader. */
export const waitingSheetsQuery = queryOptions({
  queryKey: ['time', 'waiting'],
  queryFn: ({ signal }) => ask<SheetPage>('/v1/timesheets', { limit: 200 }, signal),
});

/** Sheets of the last week that is overdue, and did not come. */
export const missingSheetsQuery = queryOptions({
  queryKey: ['time', 'missing'],
  queryFn: ({ signal }) => ask<MissingTimesheetsFigures>('/v1/missing-timesheets', {}, signal),
});
