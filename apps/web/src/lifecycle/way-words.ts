import type { StageTransition, StageWay, StopProject } from '@meridian/contracts-projects';
import { stageWords } from '../projects/stage-words.js';

const acts: Readonly<Record<string, string>> = {
  'idea proposal': 'Take it up as a proposal',
  'proposal candidate': 'Make it a candidate',
  'candidate approved': 'Approve it',
  'approved delivery': 'Start delivery',
  'delivery closing': 'Begin closing',
  'closing delivery': 'Take it back into delivery',
  'closing benefits': 'Track its benefits',
  'closing archived': 'Archive it',
  'benefits archived': 'Archive it',
  'candidate proposal': 'Send it back for another round',
  'proposal idea': 'Send it back to the ideas',
};

/** What is done when a project goes from one stage to another. */
export function actWords(from: string, to: string): string {
  return acts[`${from} ${to}`] ?? `Move it to ${stageWords(to).toLowerCase()}`;
}

/** Before it was approved a project is refused, after that it is stopped. */
export function stopWords(stage: string): string {
  return stage === 'approved' || stage === 'delivery' ? 'Stop it' : 'Refuse it';
}

const deciders: Readonly<Record<StageWay['who'][number], string>> = {
  pmo: 'the PMO',
  sponsor: 'a sponsor',
  manager: 'its manager',
  submitter: 'who submitted it',
};

/** `the PMO or a sponsor`. */
export function whoWords(who: StageWay['who']): string {
  return who.map((one) => deciders[one]).join(' or ');
}

/** Guards that the name of a decision or a document meets: the form has a field for it. */
export function isMetByEvidence({ guard, found }: StageWay['missing'][number]): boolean {
  return guard === 'evidence' || (guard === 'work-done' && found === 'no plan and no evidence');
}

/** Guards of a closing that a reason may override: somebody else is silent or has something open. */
export function isOverridable({ guard }: StageWay['missing'][number]): boolean {
  return guard === 'others-clear' || guard === 'tasks-done' || guard === 'lessons-recorded';
}

const endings: Readonly<Record<StageTransition['act'], string>> = {
  submitted: 'was submitted',
  registered: 'was registered',
  listed: 'came with a list of projects',
  adopted: 'was there before its steps were kept',
  moved: 'was moved',
  stopped: 'was ended before its time',
  gate: 'was ended by the decision of a gate',
};

/** `Candidate → Approved, moved by Sam Rossi`. */
export function stepWords({ from, to, act, byName }: StageTransition): string {
  const stages = from === undefined ? stageWords(to) : `${stageWords(from)} → ${stageWords(to)}`;
  return `${stages}: ${endings[act]}${byName === undefined ? '' : ` by ${byName}`}`;
}

export const stopReasons: readonly (readonly [StopProject['reasonCode'], string])[] = [
  ['no-strategic-fit', 'It does not fit the strategy'],
  ['business-case-gone', 'Its business case is gone'],
  ['too-costly', 'It costs too much'],
  ['too-risky', 'It is too risky'],
  ['no-capacity', 'Nobody has time for it'],
  ['not-feasible', 'It cannot be done'],
  ['duplicate', 'Another one does the same'],
  ['superseded', 'Another one replaces it'],
  ['regulation', 'A rule or a law forbids it'],
  ['withdrawn', 'It was withdrawn'],
  ['other', 'Something else'],
];

/** `too-costly` reads `It costs too much`; reasons that nobody chooses read as they are. */
export function reasonWords(code: string): string {
  return stopReasons.find(([one]) => one === code)?.[1] ?? stageWords(code);
}
