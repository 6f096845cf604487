import { clipped, type Severity } from './attention.js';

export type OwnKind = 'concern-answer' | 'concern-owed' | 'performance';

/** What a line says to whom it waits for. */
export interface OwnNote {
  readonly severity: Severity;
  readonly title: string;
  readonly detail: string;
  readonly dueOn: string | null;
  /** The period of figures. */
  readonly period: string | null;
}

/** Something that waits for these people, and that nobody else sees. */
export interface OwnLine extends OwnNote {
  readonly lineId: string;
  readonly kind: OwnKind;
  readonly personIds: readonly string[];
  readonly since: string;
}

const MOST_NAMED = 5;
const NAME_LENGTH = 45;

/** To who owes the answer. Whose concern it is and what about is not known here. */
export function answerDue({ answerBy }: { readonly answerBy: string }): OwnNote {
  return {
    severity: 'red',
    title: 'A concern waits for your answer',
    detail: `It was to be answered by ${answerBy}. Who owes the answer and their line managers were told.`,
    dueOn: answerBy,
    period: null,
  };
}

/** To the line managers of who owes the answer, who do not read the concern. */
export function answerOwed(concern: {
  readonly answerBy: string;
  readonly waitsForNames?: readonly string[] | undefined;
}): OwnNote {
  const { answerBy, waitsForNames = [] } = concern;
  return {
    severity: 'amber',
    title: `${namesOf(waitsForNames)} an answer to a concern`,
    detail: `It was to be answered by ${answerBy}. You do not read it: ask that it is answered.`,
    dueOn: answerBy,
    period: null,
  };
}

/** To whom figures are about. The day on which the line manager gets them is the day until which they are theirs alone. */
export function figuresReady(ready: {
  readonly period: string;
  readonly releasedOn: string;
  readonly lineManagerId?: string | undefined;
}): OwnNote {
  const { period, releasedOn, lineManagerId } = ready;
  return {
    severity: 'amber',
    title: `Your figures of ${period} are ready to read`,
    detail:
      lineManagerId === undefined
        ? 'You see them first, and may say what there is to say about them.'
        : `You see them first. Your line manager gets them when you have looked, or on ${releasedOn}.`,
    dueOn: releasedOn,
    period,
  };
}

function namesOf(names: readonly string[]): string {
  if (names.length === 0) return 'One of your people owes';
  const named = names.slice(0, MOST_NAMED).map((name) => clipped(name, NAME_LENGTH));
  const more = names.length - named.length;
  return `${[...named, ...(more > 0 ? [`${more} more`] : [])].join(', ')} ${names.length === 1 ? 'owes' : 'owe'}`;
}
