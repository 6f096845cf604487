import {
  businessCaseRecorded,
  decisionNamed,
  deliverablesAccepted,
  lessonsRecorded,
  managerNamed,
  notStopped,
  othersClear,
  planAdopted,
  registerSettled,
  sponsorNamed,
  tasksDone,
  workDone,
  type Guard,
} from './guards.js';
import type { Stage } from './stage.js';

/** What a person is to a project. */
export type Standing = 'pmo' | 'sponsor' | 'manager' | 'submitter';

export interface Transition {
  readonly from: Stage;
  readonly to: Stage;
  readonly who: readonly Standing[];
  readonly guards: readonly Guard[];
}

/** What a closing ends on. Who owns the benefits after it is the sponsor: see the way to `benefits`. */
const SETTLED: readonly Guard[] = [
  deliverablesAccepted,
  registerSettled,
  tasksDone,
  othersClear,
  lessonsRecorded,
];

/**
 * Every way a project may go, side by side. Forward from idea to archive; back for another round while nothing is decided,
 * and from closing when work turns up that was not done.
 * What ends a project before its time is `STOPS`.
 */
export const TRANSITIONS: readonly Transition[] = [
  { from: 'idea', to: 'proposal', who: ['pmo'], guards: [managerNamed] },
  {
    from: 'proposal',
    to: 'candidate',
    who: ['pmo', 'manager'],
    guards: [managerNamed, sponsorNamed, businessCaseRecorded],
  },
  {
    from: 'candidate',
    to: 'approved',
    who: ['pmo', 'sponsor'],
    guards: [managerNamed, sponsorNamed, businessCaseRecorded, decisionNamed],
  },
  {
    from: 'approved',
    to: 'delivery',
    who: ['pmo', 'manager'],
    guards: [managerNamed, sponsorNamed, planAdopted],
  },
  { from: 'delivery', to: 'closing', who: ['pmo', 'manager'], guards: [workDone] },
  {
    from: 'closing',
    to: 'benefits',
    who: ['pmo', 'sponsor'],
    guards: [notStopped, sponsorNamed, ...SETTLED],
  },
  {
    from: 'closing',
    to: 'archived',
    who: ['pmo', 'sponsor'],
    guards: [...SETTLED, decisionNamed],
  },
  { from: 'closing', to: 'delivery', who: ['pmo', 'sponsor'], guards: [notStopped] },
  { from: 'benefits', to: 'archived', who: ['pmo', 'sponsor'], guards: [decisionNamed] },
  { from: 'candidate', to: 'proposal', who: ['pmo', 'sponsor'], guards: [] },
  { from: 'proposal', to: 'idea', who: ['pmo', 'sponsor'], guards: [] },
];

/** What a stopped project becomes: before it was approved there is nothing to close. Other stages are not stopped. */
export const STOPS: readonly Transition[] = [
  { from: 'idea', to: 'archived', who: ['pmo', 'sponsor', 'submitter'], guards: [] },
  { from: 'proposal', to: 'archived', who: ['pmo', 'sponsor', 'submitter'], guards: [] },
  { from: 'candidate', to: 'archived', who: ['pmo', 'sponsor'], guards: [] },
  { from: 'approved', to: 'closing', who: ['pmo', 'sponsor'], guards: [decisionNamed] },
  { from: 'delivery', to: 'closing', who: ['pmo', 'sponsor'], guards: [decisionNamed] },
];

export function isStoppable(stage: Stage): boolean {
  return STOPS.some(({ from }) => from === stage);
}
