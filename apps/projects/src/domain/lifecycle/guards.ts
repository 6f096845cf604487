import { gapWords, type Gap } from '../closing/closing.js';

/** What is known of a project when somebody wants to move it along. */
export interface GuardFacts {
  readonly managerName: string | null;
  readonly sponsorName: string | null;
  /** The latest version of the business case; null when there is none. */
  readonly businessCaseVersion: number | null;
  /** The adopted plan; null when there is none. */
  readonly planVersion: number | null;
  /** Active tasks of the plan, summaries left out, that are below 100 percent. */
  readonly undoneTasks: number;
  /** It was stopped, not finished. */
  readonly isStopped: boolean;
  /** Entries of the register of risks, assumptions, issues and dependencies that are open. */
  readonly openEntries: number;
  /** Milestones of the plan that nobody has accepted. */
  readonly unacceptedMilestones: number;
  /** What others have not answered or still have open; null when they were never asked. */
  readonly closingGaps: readonly Gap[] | null;
  /** What the project wrote down that it learned. */
  readonly lessons: number;
}

/** What the person brings: the reference of a decision, of minutes, of a protocol. */
export type Evidence = string | null;

/** A condition of a transition: what it looks at, what it found, and what to do when it is not met. */
export interface Guard {
  readonly name: string;
  readonly isMet: (facts: GuardFacts, evidence: Evidence) => boolean;
  readonly found: (facts: GuardFacts, evidence: Evidence) => string;
  readonly toDo: string;
  /** Whoever decides may go on without it, with a reason. */
  readonly mayBeOverridden?: true;
}

export const managerNamed: Guard = {
  name: 'manager',
  isMet: ({ managerName }) => managerName !== null,
  found: ({ managerName }) => (managerName === null ? 'no manager' : `manager ${managerName}`),
  toDo: 'Name the person who manages it.',
};

export const sponsorNamed: Guard = {
  name: 'sponsor',
  isMet: ({ sponsorName }) => sponsorName !== null,
  found: ({ sponsorName }) => (sponsorName === null ? 'no sponsor' : `sponsor ${sponsorName}`),
  toDo: 'Name the sponsor who answers for it.',
};

export const businessCaseRecorded: Guard = {
  name: 'business-case',
  isMet: ({ businessCaseVersion }) => businessCaseVersion !== null,
  found: ({ businessCaseVersion: version }) =>
    version === null ? 'no business case' : `version ${version} of the business case`,
  toDo: 'Record a business case.',
};

export const decisionNamed: Guard = {
  name: 'evidence',
  isMet: (_, evidence) => evidence !== null,
  found: (_, evidence) => evidence ?? 'no decision named',
  toDo: 'Name the decision or the document it rests on as evidence.',
};

export const planAdopted: Guard = {
  name: 'plan',
  isMet: ({ planVersion }) => planVersion !== null,
  found: ({ planVersion }) => (planVersion === null ? 'no plan' : `version ${planVersion} of the plan`),
  toDo: 'Import a plan.',
};

/** Work that is planned is done; where nothing was ever planned here, somebody shows that it was delivered. */
export const workDone: Guard = {
  name: 'work-done',
  isMet: ({ planVersion, undoneTasks }, evidence) =>
    planVersion === null ? evidence !== null : undoneTasks === 0,
  found: ({ planVersion, undoneTasks }, evidence) =>
    planVersion === null ? (evidence ?? 'no plan and no evidence') : `${undoneTasks} tasks not done`,
  toDo: 'Finish the tasks, or stop the project; without a plan, name the protocol of delivery as evidence.',
};

export const notStopped: Guard = {
  name: 'not-stopped',
  isMet: ({ isStopped }) => !isStopped,
  found: ({ isStopped }) => (isStopped ? 'it was stopped' : 'it was not stopped'),
  toDo: 'A project that was stopped delivers no benefits to track: archive it.',
};

export const registerSettled: Guard = {
  name: 'register-settled',
  isMet: ({ openEntries }) => openEntries === 0,
  found: ({ openEntries }) => `${openEntries} open entries in the register of risks and issues`,
  toDo: 'Settle or convert each of them, so that somebody has it or nobody needs it.',
};

/** What was delivered is accepted; a project that was stopped has nothing more to deliver. */
export const deliverablesAccepted: Guard = {
  name: 'deliverables-accepted',
  isMet: ({ isStopped, unacceptedMilestones }) => isStopped || unacceptedMilestones === 0,
  found: ({ unacceptedMilestones }) => `${unacceptedMilestones} milestones not accepted`,
  toDo: 'Have every milestone accepted.',
};

/** Everybody who was asked has answered, and nothing is open there. */
export const othersClear: Guard = {
  name: 'others-clear',
  isMet: ({ closingGaps }) => closingGaps?.length === 0,
  found: ({ closingGaps }) => {
    if (closingGaps === null) return 'nobody was asked';
    return closingGaps.length === 0
      ? 'all have answered, nothing is open'
      : closingGaps.map(gapWords).join('; ');
  },
  toDo: 'Settle what is open and wait for who has not answered, or say why it is closed all the same.',
  mayBeOverridden: true,
};

/** The plan may have got new tasks since the work was done; a project that was stopped leaves them. */
export const tasksDone: Guard = {
  name: 'tasks-done',
  isMet: ({ isStopped, undoneTasks }) => isStopped || undoneTasks === 0,
  found: ({ undoneTasks }) => `${undoneTasks} tasks not done`,
  toDo: 'Finish the tasks, or say why it is closed all the same.',
  mayBeOverridden: true,
};

export const lessonsRecorded: Guard = {
  name: 'lessons-recorded',
  isMet: ({ lessons }) => lessons > 0,
  found: ({ lessons }) => `${lessons} lessons`,
  toDo: 'Write down what the next project should know, or say why there is nothing.',
  mayBeOverridden: true,
};
