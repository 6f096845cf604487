import type { PlanFile } from '../plan-file/plan-file.js';
import { readPlanFile } from '../plan-file/read-plan-file.js';
import { writeCsv } from './csv/write-csv.js';
import { explained } from './export-report.js';
import type { ExportFormat, ExportReport } from './export-report.js';
import { writeMspdi } from './mspdi/write-mspdi.js';
import { planLosses } from './plan-losses.js';
import type { PlanLoss } from './plan-losses.js';
import { writePmxml } from './pmxml/write-pmxml.js';
import { calendarTasks, writeIcalendar } from './write-icalendar.js';
import type { CalendarOptions } from './write-icalendar.js';

export interface PlanExport {
  /** Text, to be sent as UTF-8. */
  readonly content: string;
  readonly mediaType: string;
  /** With its dot. */
  readonly extension: string;
  readonly report: ExportReport;
}

const WRITERS = {
  mspdi: { write: writeMspdi, mediaType: 'application/xml; charset=utf-8', extension: '.xml' },
  pmxml: { write: writePmxml, mediaType: 'application/xml; charset=utf-8', extension: '.xml' },
  csv: { write: writeCsv, mediaType: 'text/csv; charset=utf-8', extension: '.csv' },
} as const;

/** Formats that are read here as well. */
export type FileFormat = keyof typeof WRITERS;

/**
 * Writes a plan in a format that is read here as well, reads it back and reports every field that came back differently: nothing
 * is lost in silence, whatever the writer does.
 */
export function exportPlan(plan: PlanFile, format: FileFormat): PlanExport {
  const { write, mediaType, extension } = WRITERS[format];
  const content = write(plan);
  const again = readPlanFile(new TextEncoder().encode(content), `plan${extension}`).plan;
  const losses = planLosses(plan, again).map((loss) => explained(format, loss));
  return { content, mediaType, extension, report: { format, losses } };
}

/** Writes the dates of a plan for calendars of people, which take nothing back; the report counts what is not shown. */
export function exportCalendar(plan: PlanFile, options: CalendarOptions): PlanExport {
  const shown = new Set(calendarTasks(plan, options.contents).map(({ uid }) => uid));
  const left = plan.tasks.filter(({ uid }) => !shown.has(uid));
  const missing = (kind: PlanLoss['kind'], items: readonly unknown[]): PlanLoss[] =>
    items.length === 0 ? [] : [{ kind, field: '*', count: items.length, example: '' }];
  const format: ExportFormat = 'icalendar';
  const losses = [
    ...missing('task', left).map((loss) => ({
      ...loss,
      example: left[0]!.name,
      sentence: `${left.length} tasks are not shown, the first "${left[0]!.name}": a calendar shows active tasks with dates, no summaries.`,
    })),
    ...missing('link', plan.links).map((loss) => ({
      ...loss,
      sentence: `${plan.links.length} links are not shown: a calendar has none.`,
    })),
  ];
  return {
    content: writeIcalendar(plan, options),
    mediaType: 'text/calendar; charset=utf-8',
    extension: '.ics',
    report: { format, losses },
  };
}
