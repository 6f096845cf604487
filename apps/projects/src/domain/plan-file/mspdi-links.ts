import { durationStyle } from './mspdi-values.js';
import type { LagKind, LinkType, PlanLink } from './plan-link.js';
import type { PlanTask } from './plan-task.js';
import type { RecordFields } from './record-fields.js';
import { missingPredecessor, percentLagMinutes } from './settle-links.js';
import type { FoundLink, LinkProblem } from './settle-links.js';

const TYPES: readonly LinkType[] = ['finish-finish', 'finish-start', 'start-finish', 'start-start'];

/** A link as it stands in the file. */
export interface RawLink {
  readonly successorUid: number;
  readonly fields: RecordFields;
}

/** Reads the links of a file; those to other projects or to tasks that are not there are none. */
export function mspdiLinks(raw: readonly RawLink[], tasks: readonly PlanTask[]): FoundLink[] {
  const byUid = new Map(tasks.map((task) => [task.uid, task]));
  return raw.map((link) => ({
    subject: link.fields.subject as FoundLink['subject'],
    link: linkOf(link, byUid),
  }));
}

function linkOf(
  { fields, successorUid }: RawLink,
  byUid: ReadonlyMap<number, PlanTask>,
): PlanLink | LinkProblem {
  if (fields.flag('CrossProject') === true) {
    const where = fields.line('CrossProjectName') ?? 'another project';
    return {
      reason: 'cross-project',
      sentence: `It comes from a task of ${where}, which is not in this file.`,
    };
  }
  const predecessorUid = fields.integer('PredecessorUID');
  const type = fields.integer('Type') ?? 1;
  const predecessor = predecessorUid === null ? undefined : byUid.get(predecessorUid);
  if (predecessorUid === null || predecessor === undefined) return missingPredecessor(predecessorUid);
  if (TYPES[type] === undefined) {
    return {
      reason: 'unknown-value',
      sentence: `Its type is ${type}; it must be 0 (FF), 1 (FS), 2 (SF) or 3 (SS).`,
    };
  }
  return { predecessorUid, successorUid, type: TYPES[type], ...lagOf(fields, predecessor) };
}

/** LinkLag is in tenths of a minute, or a whole percent when LagFormat is 19 or 20 (51, 52 estimated). */
function lagOf(fields: RecordFields, predecessor: PlanTask) {
  const style = durationStyle(fields.integer('LagFormat') ?? 7);
  const lag = fields.integer('LinkLag') ?? 0;
  if (style.unit !== 'percent') {
    const lagKind: LagKind = style.elapsed ? 'elapsed' : 'working';
    return { lagKind, lagMinutes: lag / 10, lagPercent: null, lagUnit: style.unit };
  }
  const lagKind: LagKind = style.elapsed ? 'elapsed-percent' : 'percent';
  return { lagKind, lagMinutes: percentLagMinutes(predecessor, lag), lagPercent: lag, lagUnit: style.unit };
}
