import { linksThatCloseCircles } from './link-circles.js';
import { LONGEST_MINUTES } from './mspdi-values.js';
import { partOf } from './outline.js';
import type { PlanLink } from './plan-link.js';
import type { PlanTask } from './plan-task.js';
import type { LeftOutReason } from './read-report.js';
import type { ReportBook, Subject } from './report-book.js';

export interface LinkProblem {
  readonly reason: LeftOutReason;
  readonly sentence: string;
}

/** A link as a reader found it, or why it is none. In the report it goes by UID and name of its successor. */
export interface FoundLink {
  readonly subject: Subject & { kind: 'link' };
  readonly link: PlanLink | LinkProblem;
}

/**
 * The links of the plan. Left out with a reason: those that are none, of a task to itself, between a summary and its own part,
 * second ones between the same ends, and those that close a circle.
 */
export function settleLinks(
  found: readonly FoundLink[],
  tasks: readonly PlanTask[],
  book: ReportBook,
): PlanLink[] {
  const isPart = partOf(tasks);
  const seen = new Set<string>();
  const candidates: { readonly subject: FoundLink['subject']; readonly link: PlanLink }[] = [];
  for (const { subject, link } of found) {
    const problem = 'reason' in link ? link : problemOf(link, isPart, seen);
    if (problem === undefined) candidates.push({ subject, link: link as PlanLink });
    else book.leftOut(subject, problem.reason, problem.sentence);
  }
  const circular = linksThatCloseCircles(
    candidates.map(({ link }) => link),
    tasks,
  );
  return candidates.flatMap(({ subject, link }, index) => {
    if (circular.has(index)) {
      const sentence = `With the link from task ${link.predecessorUid} the tasks would wait for each other in a circle.`;
      book.leftOut(subject, 'link-cycle', sentence);
      return [];
    }
    book.read('link');
    noteLag(link, subject, book);
    return [link];
  });
}

/** A link that comes from a task which is not there. */
export function missingPredecessor(uid: number | null): LinkProblem {
  return {
    reason: 'missing-task',
    sentence:
      uid === null
        ? 'It names no predecessor.'
        : `It comes from task ${uid}, which is not in the plan that was read.`,
  };
}

/** Minutes of a lag that is a percentage of the predecessor's duration, as it stands today. */
export function percentLagMinutes(predecessor: PlanTask, percent: number): number {
  return Math.round((predecessor.durationMinutes ?? 0) * percent) / 100;
}

function noteLag(link: PlanLink, subject: FoundLink['subject'], book: ReportBook): void {
  if (link.lagPercent === null) return;
  book.changed(
    subject,
    `Its lag of ${link.lagPercent}% of the predecessor's duration was read as ${link.lagMinutes} minutes.`,
  );
}

function problemOf(
  link: PlanLink,
  isPart: ReturnType<typeof partOf>,
  seen: Set<string>,
): LinkProblem | undefined {
  const { predecessorUid, successorUid, type } = link;
  if (Math.abs(link.lagMinutes) > LONGEST_MINUTES) {
    return {
      reason: 'unknown-value',
      sentence: `Its lag is ${link.lagMinutes} minutes; it must be a hundred years at most, ${LONGEST_MINUTES} minutes.`,
    };
  }
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
