import { momentAt } from '../../domain/template/working-day-offset.js';
import { projectCalendar, startOf } from '../../domain/template/template-of-plan.js';
import type { OfferedLine } from '../../domain/template-version/offered-lines.js';
import { takeLines, type TakenLines } from '../../domain/template-version/take-lines.js';
import type { Tx } from '../database.js';
import { assignmentsIn, writtenPlan, type WrittenPlan } from '../recurring-tasks.js';
import type { VersionOffer } from './version-offer.js';

/** The plan of a project with lines of a later version of its template. */
export interface TakenPlan {
  readonly written: WrittenPlan;
  readonly taken: TakenLines;
}

export async function takenPlan(
  tx: Tx,
  { versions, source, keys, plan }: VersionOffer,
  { chosen, newId }: { readonly chosen: readonly OfferedLine[]; readonly newId: () => string },
): Promise<TakenPlan> {
  const { projectId } = plan.state;
  const written = await writtenPlan(tx, projectId);
  const calendar = projectCalendar(source.plan);
  const start = startOf(source.plan);
  const { tasks, links, calendars } = written.plan;
  const here = { tasks, links, calendars, assignments: await assignmentsIn(tx, projectId) };
  const taken = takeLines(here, {
    ...versions,
    chosen,
    keys,
    planVersion: written.row.planVersion + 1,
    newId,
    at: (offset) => momentAt(calendar, start, offset),
  });
  return { written, taken };
}

/** Does a line change the plan itself? Checks belong to quality, gates to governance. */
export function changesPlan({ part }: OfferedLine): boolean {
  return part !== 'checks' && part !== 'gate';
}
