import { byKey } from '../template/by-key.js';
import type { TemplateContent, TemplateLink, TemplateTask } from '../template/template-content.js';
import type { ChangedPart } from '../template/template-differences.js';
import type { DayOffset } from '../template/working-day-offset.js';

/** The parts of the tasks of a template as people read them. Durations are in hours. */
export class TemplateWords {
  private readonly tasks: ReadonlyMap<string, TemplateTask>;
  private readonly links: ReadonlyMap<string, readonly TemplateLink[]>;
  private readonly roles: ReadonlyMap<string, TemplateContent['roles']>;
  private readonly checks: ReadonlyMap<string, TemplateContent['checks']>;

  constructor(private readonly content: TemplateContent) {
    this.tasks = new Map(content.tasks.map((task) => [task.key, task]));
    this.links = byKey(content.links, ({ toKey }) => toKey);
    this.roles = byKey(content.roles, ({ taskKey }) => taskKey);
    this.checks = byKey(content.checks, ({ milestoneKey }) => milestoneKey);
  }

  /** A part of a task; null when the task is not there. */
  part(key: string, part: ChangedPart): string | null {
    const task = this.tasks.get(key);
    return task === undefined ? null : this.wordsOf(task, part);
  }

  /** The whole task in one line; null when it is not there. */
  task(key: string): string | null {
    const task = this.tasks.get(key);
    if (task === undefined) return null;
    const length = task.isSummary ? [] : [this.wordsOf(task, 'duration')];
    const hangs = (['links', 'roles', 'checks'] as const)
      .map((part) => this.wordsOf(task, part))
      .filter((words) => words !== NONE);
    const date = this.wordsOf(task, 'date');
    const held = date === AS_LINKED ? [] : [date];
    return [this.wordsOf(task, 'kind'), ...length, ...held, ...hangs].join('; ');
  }

  private wordsOf(task: TemplateTask, part: ChangedPart): string {
    switch (part) {
      case 'name':
        return task.name;
      case 'place':
        return task.parentKey === null ? 'at the top' : `below ${this.nameOf(task.parentKey)}`;
      case 'kind':
        return kindWords(task);
      case 'duration':
        return `${hours(task.durationMinutes)}${task.isElapsed ? ' elapsed' : ''}`;
      case 'links':
        return list((this.links.get(task.key) ?? []).map((link) => this.linkWords(link)));
      case 'date':
        return dateWords(task);
      case 'calendar':
        return this.calendarWords(task);
      case 'roles':
        return list((this.roles.get(task.key) ?? []).map((one) => `${one.role} ${one.unitsPercent} %`));
      case 'checks':
        return list(
          (this.checks.get(task.key) ?? []).map(
            (one) => `${one.title}${one.isMandatory ? '' : ' (optional)'}`,
          ),
        );
    }
  }

  private linkWords({ fromKey, kind, lagKind, lagMinutes, lagPercent }: TemplateLink): string {
    const lag = lagPercent === null ? (lagMinutes === 0 ? '' : hours(lagMinutes)) : `${lagPercent} %`;
    const counted = lag !== '' && lagKind.startsWith('elapsed') ? `${lag} elapsed` : lag;
    return `after ${this.nameOf(fromKey)} (${[kind, counted].filter((word) => word !== '').join(' + ')})`;
  }

  private calendarWords({ calendarKey }: TemplateTask): string {
    if (calendarKey === null) return 'that of the project';
    return this.content.calendars[calendarKey]?.name ?? 'one of its own';
  }

  private nameOf(key: string): string {
    return this.tasks.get(key)?.name ?? 'a task that is gone';
  }
}

const NONE = 'none';
const AS_LINKED = 'as the links say';

function kindWords({ isSummary, isMilestone, isActive, byHand }: TemplateTask): string {
  const kind = isSummary ? 'summary' : isMilestone ? 'milestone' : 'task';
  return [kind, ...(isActive ? [] : ['inactive']), ...(byHand === null ? [] : ['placed by hand'])].join(', ');
}

function dateWords({ constraintKind, constraintAt, deadline, byHand }: TemplateTask): string {
  const words = [
    ...(byHand ? [`by hand from ${dayWords(byHand.start)} to ${dayWords(byHand.finish)}`] : []),
    ...(constraintAt ? [`${constraintKind} ${dayWords(constraintAt)}`] : []),
    ...(constraintKind === 'ALAP' ? ['as late as possible'] : []),
    ...(deadline ? [`deadline ${dayWords(deadline)}`] : []),
  ];
  return words.length === 0 ? AS_LINKED : words.join(', ');
}

/** The first day of the project is working day 1. */
function dayWords({ workingDays }: DayOffset): string {
  return `working day ${workingDays + 1}`;
}

function hours(minutes: number): string {
  return `${Math.round(minutes / 6) / 10} h`;
}

function list(words: readonly string[]): string {
  return words.length === 0 ? NONE : [...words].sort().join(', ');
}
