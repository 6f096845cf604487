import type { BookingChange, BookingConflict, BookingTask } from '@meridian/contracts-resourcing';
import type { HealthState } from '../health/health-state.js';

export type BookingStage = BookingTask['stage'];
export type BookingStep = BookingTask['steps'][number];

/** The way of an assignment to a person, in order. */
export const stages: readonly { readonly stage: BookingStage; readonly word: string }[] = [
  { stage: 'open', word: 'Open' },
  { stage: 'requested', word: 'Requested' },
  { stage: 'proposed', word: 'Proposed' },
  { stage: 'soft', word: 'Soft booked' },
  { stage: 'hard', word: 'Hard booked' },
];

export function stageWord(stage: BookingStage): string {
  return stages.find((one) => one.stage === stage)?.word ?? stage;
}

/** Whose step is next. */
export const nextWords: Readonly<Record<BookingStage, string>> = {
  open: 'Nobody is asked for yet.',
  requested: 'A resource manager or line manager proposes somebody next.',
  proposed: 'The project’s manager agrees next.',
  soft: 'Who decides for the person confirms next.',
  hard: 'Booked by both sides.',
};

export const stepWords: Readonly<Record<BookingStep, string>> = {
  request: 'Request somebody',
  propose: 'Propose',
  agree: 'Agree, soft book',
  confirm: 'Confirm, hard book',
  swap: 'Swap for another',
  release: 'Release',
};

const changeWords: Readonly<Record<BookingChange['step'], string>> = {
  request: 'asked for somebody',
  propose: 'proposed',
  agree: 'agreed on',
  confirm: 'confirmed',
  swap: 'put in',
  release: 'released it',
  fill: 'booked at once',
};

/** `Lea Chen proposed Tom Jensen: the only one with the certificate`. */
export function changeSentence({ step, movedByName, personName, reason }: BookingChange): string {
  const whom = personName === undefined ? '' : ` ${personName}`;
  return `${movedByName} ${changeWords[step]}${whom}${reason === undefined ? '' : `: ${reason}`}`;
}

/** How full the weeks are, as a state with its words. */
export function conflictState({ personName, weeksOver }: BookingTask): { state: HealthState; word: string } {
  if (personName === undefined) return { state: 'unknown', word: 'Nobody named' };
  if (weeksOver === 0) return { state: 'on-track', word: 'Has time' };
  return { state: 'off-track', word: weeksOver === 1 ? '1 week too full' : `${weeksOver} weeks too full` };
}

/** Load of a conflicting week in percent of capacity; null in a week without any. */
export function conflictPercent({ capacityMinutes, workMinutes, others }: BookingConflict): number | null {
  if (capacityMinutes === 0) return null;
  const sum = others.reduce((all, other) => all + other.workMinutes, workMinutes);
  return Math.round((sum * 100) / capacityMinutes);
}

/** The step that is next and the reader's to take without naming anybody. */
export function mainStep({ steps, stage }: Pick<BookingTask, 'steps' | 'stage'>): BookingStep | undefined {
  const next = ({ open: 'request', proposed: 'agree', soft: 'confirm' } as const)[stage as 'open'];
  return steps.find((step) => step === next);
}
