import type { PlanFile } from '../plan-file/plan-file.js';
import type { ReadReport } from '../plan-file/read-report.js';

export interface ImportNote {
  readonly kind: 'task' | 'link' | 'resource' | 'assignment' | 'calendar' | 'baseline' | 'project' | 'field';
  readonly uid: string;
  readonly name?: string;
  readonly action: 'changed' | 'left-out';
  readonly reason: string;
}

const LISTED = 1000;

/** Counts of a report in one of its columns. */
export function elementCounts({ counts }: ReadReport, column: 'inFile' | 'read') {
  return {
    tasks: counts.task[column],
    links: counts.link[column],
    resources: counts.resource[column],
    assignments: counts.assignment[column],
    calendars: counts.calendar[column],
    baselines: counts.baseline[column],
  };
}

/** What was changed or left out, from reading the file and from taking it over; the first thousand. */
export function importNotes(report: ReadReport, file: PlanFile, takeover: readonly string[]): ImportNote[] {
  const read = [
    ...report.leftOut.map((note) => ({ ...note, action: 'left-out' as const })),
    ...report.changed.map((note) => ({ ...note, action: 'changed' as const })),
  ].map(({ kind, uid, name, action, sentence }) => ({
    kind,
    uid: uid === null ? '-' : String(uid),
    ...(name === null || name === '' ? {} : { name: name.slice(0, 500) }),
    action,
    reason: sentence.slice(0, 500),
  }));
  const ours = [...takeover, ...wholeProject(file)].map((reason) => ({
    kind: 'project' as const,
    uid: '-',
    action: 'changed' as const,
    reason,
  }));
  return [...ours, ...recurring(file), ...read].slice(0, LISTED);
}

function wholeProject(file: PlanFile): string[] {
  const summary = file.tasks.some((task) => task.isProjectSummary);
  return summary ? ['The line that stands for the whole project became the project itself, not a task.'] : [];
}

/** Files say that a task repeats, not by which pattern. */
function recurring({ tasks }: PlanFile): ImportNote[] {
  return tasks
    .filter(({ isRecurring, isSummary }) => isRecurring && isSummary)
    .map(({ uid, name }) => {
      const count = tasks.filter(({ parentUid }) => parentUid === uid).length;
      return {
        kind: 'task',
        uid: String(uid),
        ...(name === '' ? {} : { name: name.slice(0, 500) }),
        action: 'changed',
        reason: `It repeats: its ${count} occurrences are tasks where the file places them. The file does not say the pattern; write it under the plan's recurring tasks to go on with it.`,
      };
    });
}
