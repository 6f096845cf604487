import { isoFromMoment, MINUTES_PER_DAY } from '@meridian/calendar';
import type { Because, DatedEnd } from '@meridian/network';
import { CONSTRAINT_WORDS, LINK_WORDS, lagWords } from '../plan/why-this-date.js';
import { isFromFinish } from '../links/foreign-link.js';
import type { DateStep } from './date-step.js';
import { giverWords, type Giver } from './giver.js';
import { hourWords, momentWords } from './moment-words.js';

/** What the start or finish of a task waits for in another project; undefined when that is not known. */
export type GiverOf = (taskId: string, end: 'start' | 'finish') => Giver | undefined;

type Of<K extends Because['kind']> = Extract<Because, { kind: K }>;
/** What has a length and another date of the same task: work, delays. */
type Lasting = Extract<Because, { readonly minutes: number; readonly from: DatedEnd }>;
type GivenKind = 'project-start' | 'status-date' | 'project-finish' | 'deadline' | 'actual' | 'manual';

/** Tells in a sentence what one date follows from. */
export class StepTeller {
  constructor(
    private readonly step: DatedEnd,
    private readonly names: ReadonlyMap<string, string>,
    private readonly giverOf?: GiverOf,
  ) {}

  /** The same for another date. */
  at(step: DatedEnd): StepTeller {
    return new StepTeller(step, this.names, this.giverOf);
  }

  link({ link, from, allowedAt, throughSummaryId }: Of<'link'>): DateStep[] {
    const place = `"${this.nameOf(from.activityId)}" (${momentWords(from.at)})`;
    const sentence = `It ${LINK_WORDS[link.kind]} ${place}${lagWords(link.lag)}${this.through(throughSummaryId)}.`;
    return this.afterWait(allowedAt, {
      kind: 'link',
      sentence,
      ...this.other(from),
      from: isoFromMoment(from.at),
      linkKind: link.kind,
    });
  }

  /** Where a chain leaves the plan: the date was computed in another project. */
  outside({ end, givenAt }: Of<'outside'>): DateStep[] {
    const giver = this.giverOf?.(this.step.activityId, end);
    const at = giver?.link.at;
    if (giver === undefined || at == null)
      return this.afterWait(givenAt, { kind: 'link', sentence: 'It waits for a task of another project.' });
    const { link, seen } = giver;
    const place = `${giverWords(giver)} (${at.slice(0, 16).replace('T', ' ')})`;
    const sentence = `It ${LINK_WORDS[link.kind]} ${place}${lagWords({ minutes: link.lagMinutes })}.`;
    const other = seen && {
      otherTaskId: link.fromTaskId,
      otherName: seen.taskName,
      otherProjectId: link.fromProjectId,
    };
    const otherEnd = isFromFinish(link) ? 'finish' : 'start';
    return this.afterWait(givenAt, {
      kind: 'link',
      sentence,
      ...other,
      otherEnd,
      from: at,
      linkKind: link.kind,
    });
  }

  heldBy({ link, from }: Of<'held-by'>): DateStep {
    const place = `"${this.nameOf(from.activityId)}" (${momentWords(from.at)})`;
    return this.told({
      kind: 'as-late-as-possible',
      sentence: `It is as late as possible: a later date would move ${place}.`,
      ...this.other(from),
      from: isoFromMoment(from.at),
      linkKind: link.kind,
    });
  }

  work({ kind, minutes, from }: Lasting): DateStep {
    const origin =
      kind === 'work'
        ? `after its start on ${momentWords(from.at)}`
        : `before its finish on ${momentWords(from.at)}, which is held`;
    const words = minutes === 0 ? 'It takes no time' : `${hourWords(minutes)} of work`;
    const sentence = `${words} ${origin}.`;
    return this.told({ kind: 'work', sentence, from: isoFromMoment(from.at), minutes });
  }

  delay({ minutes, from }: Lasting): DateStep {
    const sentence = `Levelling put it ${hourWords(minutes)} later than its links ask (${momentWords(from.at)}).`;
    return this.told({ kind: 'levelling-delay', sentence, from: isoFromMoment(from.at), minutes });
  }

  rolledUp(from: DatedEnd): DateStep {
    const word = this.step.end === 'start' ? 'starts first' : 'finishes last';
    const sentence = `A summary has the date of what ${word} in it: "${this.nameOf(from.activityId)}".`;
    return this.told({ kind: 'summary', sentence, ...this.other(from) });
  }

  /** What remains of a running task, and when it goes on. */
  rest({ minutes, goesOnAt, after }: Of<'rest'>): DateStep {
    const words = after === 'progress' ? 'follow what is done' : `go on on ${momentWords(goesOnAt)}`;
    const sentence = `It is running; the ${hourWords(minutes)} that remain ${words}.`;
    return this.told({ kind: 'progress', sentence, from: isoFromMoment(goesOnAt), minutes });
  }

  dataDate(): DateStep {
    return this.told({
      kind: 'data-date',
      sentence: 'What is not done cannot be planned before the data date.',
    });
  }

  constraint({ constraint, givenAt, throughSummaryId }: Of<'constraint'>): DateStep[] {
    const wish = `${CONSTRAINT_WORDS[constraint]} ${momentWords(givenAt)}`;
    const sentence = `Its constraint says "${wish}"${this.through(throughSummaryId)}.`;
    return this.afterWait(givenAt, { kind: 'constraint', sentence, from: isoFromMoment(givenAt) });
  }

  /** Where a chain ends: a date that somebody gave. */
  given(kind: GivenKind, givenAt: number): DateStep[] {
    const { kind: told, sentence } = GIVEN[kind](momentWords(givenAt), this.step.end);
    return this.afterWait(givenAt, { kind: told, sentence, from: isoFromMoment(givenAt) });
  }

  /** A cause that allows a date earlier than there is working time gives two steps, when the wait is longer than a night. */
  private afterWait(allowedAt: number, cause: Omit<DateStep, keyof Place>): DateStep[] {
    const { step } = this;
    const isLong = step.end === 'start' && step.at - allowedAt >= MINUTES_PER_DAY;
    if (!isLong) return [this.told(cause)];
    const sentence = `There is no working time for it between ${momentWords(allowedAt)} and ${momentWords(step.at)}.`;
    const wait = this.told({ kind: 'calendar', sentence, from: isoFromMoment(allowedAt) });
    return [wait, this.at({ ...step, at: allowedAt }).told(cause)];
  }

  private told(cause: Omit<DateStep, keyof Place>): DateStep {
    const { activityId, end, at } = this.step;
    return { taskId: activityId, name: this.nameOf(activityId), end, at: isoFromMoment(at), ...cause };
  }

  private other(from: DatedEnd): Partial<DateStep> {
    if (from.activityId === this.step.activityId) return {};
    return {
      otherTaskId: from.activityId,
      otherName: this.nameOf(from.activityId),
      otherEnd: from.end,
    };
  }

  private through(summaryId: string | undefined): string {
    return summaryId === undefined ? '' : `, through the summary "${this.nameOf(summaryId)}"`;
  }

  private nameOf(id: string): string {
    return this.names.get(id) ?? id;
  }
}

type Place = Pick<DateStep, 'taskId' | 'name' | 'end' | 'at'>;

type Given = (at: string, end: DateStep['end']) => Pick<DateStep, 'kind' | 'sentence'>;

const GIVEN: Readonly<Record<GivenKind, Given>> = {
  'project-start': (at) => ({
    kind: 'project-start',
    sentence: `Nothing holds it: it starts with the project, on ${at}.`,
  }),
  'project-finish': (at) => ({
    kind: 'project-finish',
    sentence: `It is as late as possible: the project finishes on ${at}.`,
  }),
  'status-date': (at) => ({
    kind: 'data-date',
    sentence: `What is not done cannot be planned before the data date, ${at}.`,
  }),
  deadline: (at) => ({ kind: 'deadline', sentence: `It is as late as its deadline allows, ${at}.` }),
  actual: (at, end) => ({
    kind: 'progress',
    sentence: `It has ${end === 'start' ? 'started' : 'finished'}: ${at} was reported.`,
  }),
  manual: (at) => ({ kind: 'manual', sentence: `It is scheduled by hand for ${at}.` }),
};
