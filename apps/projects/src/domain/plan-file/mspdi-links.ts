import { linksThatCloseCircles } from './link-circles.js';
import { durationStyle } from './mspdi-values.js';
import type { LagKind, LinkType, PlanLink } from './plan-link.js';
import { partOf } from './outline.js';
import type { PlanTask } from './plan-task.js';
import type { LeftOutReason } from './read-report.js';
import type { RecordFields } from './record-fields.js';
import type { ReportBook, Subject } from './report-book.js';

const TYPES: readonly LinkType[] = ['finish-finish', 'finish-start', 'start-finish', 'start-start'];

/** A link as it stands in the file. In the report it goes by UID and name of its successor. */
export interface RawLink {
  readonly successorUid: number;
  readonly fields: RecordFields;
}

interface LinkCandidate extends PlanLink {
  readonly subject: Subject & { kind: 'link' };
}

/**
 * The links of the plan. Left out with a reason: links to other projects or to tasks that are not there, of a task to
 * itself, between a summary and its own part, second ones between the same ends, and those that close a circle.
 */
export function settleLinks(
  raw: readonly RawLink[],
  tasks: readonly PlanTask[],
  book: ReportBook,
): PlanLink[] {
  const byUid = new Map(tasks.map((task) => [task.uid, task]));
  const isPart = partOf(tasks);
  const seen = new Set<string>();
  const candidates: LinkCandidate[] = [];
  for (const link of raw) {
    const candidate = candidateOf(link, byUid);
    const problem = 'reason' in candidate ? candidate : problemOf(candidate, isPart, seen);
    if (problem === undefined) candidates.push(candidate as LinkCandidate);
    else book.leftOut(subjectOf(link), problem.reason, problem.sentence);
  }
  const circular = linksThatCloseCircles(candidates, tasks);
  return candidates.flatMap((candidate, index) => {
    const { subject, ...link } = candidate;
    if (circular.has(index)) {
      book.leftOut(
        subject,
        'link-cycle',
        `With the link from task ${link.predecessorUid} the tasks would wait for each other in a circle.`,
      );
      return [];
    }
    book.read('link');
    noteLag(link, candidate, book);
    return [link];
  });
}

interface Problem {
  readonly reason: LeftOutReason;
  readonly sentence: string;
}

function subjectOf(link: RawLink): Subject & { kind: 'link' } {
  return link.fields.subject as Subject & { kind: 'link' };
}

function candidateOf(link: RawLink, byUid: ReadonlyMap<number, PlanTask>): LinkCandidate | Problem {
  const { fields, successorUid } = link;
  if (fields.flag('CrossProject') === true) {
    const where = fields.line('CrossProjectName') ?? 'another project';
    return {
      reason: 'cross-project',
      sentence: `It comes from a task of ${where}, which is not in this file.`,
    };
  }
  const predecessorUid = fields.integer('PredecessorUID');
  const type = fields.integer('Type') ?? 1;
  if (predecessorUid === null) return { reason: 'missing-task', sentence: 'It names no predecessor.' };
  const predecessor = byUid.get(predecessorUid);
  if (predecessor === undefined) {
    return {
      reason: 'missing-task',
      sentence: `It comes from task ${predecessorUid}, which is not in the plan that was read.`,
    };
  }
  if (TYPES[type] === undefined) {
    return {
      reason: 'unknown-value',
      sentence: `Its type is ${type}; it must be 0 (FF), 1 (FS), 2 (SF) or 3 (SS).`,
    };
  }
  return {
    predecessorUid,
    successorUid,
    type: TYPES[type],
    ...lagOf(fields, predecessor),
    subject: subjectOf(link),
  };
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
  const lagMinutes = Math.round((predecessor.durationMinutes ?? 0) * lag) / 100;
  return { lagKind, lagMinutes, lagPercent: lag, lagUnit: style.unit };
}

function noteLag(link: PlanLink, { subject }: LinkCandidate, book: ReportBook): void {
  if (link.lagPercent === null) return;
  book.changed(
    subject,
    `Its lag of ${link.lagPercent}% of the predecessor's duration was read as ${link.lagMinutes} minutes.`,
  );
}

function problemOf(
  link: LinkCandidate,
  isPart: ReturnType<typeof partOf>,
  seen: Set<string>,
): Problem | undefined {
  const { predecessorUid, successorUid, type } = link;
  if (predecessorUid === successorUid)
    return { reason: 'self-link', sentence: 'It links the task to itself.' };
  if (isPart(predecessorUid, successorUid) || isPart(successorUid, predecessorUid)) {
    return {
      reason: 'summary-and-own-part',
      sentence: `It links a summary with its own part (tasks ${predecessorUid} and ${successorUid}).`,
    };
  }
  const key = `${predecessorUid} ${successorUid} ${type}`;
  if (seen.has(key)) {
    return {
      reason: 'duplicate',
      sentence: `There is already a ${type} link from task ${predecessorUid}; the first one was taken.`,
    };
  }
  seen.add(key);
  return undefined;
}
