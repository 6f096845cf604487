import type { TemplateContent } from './template-content.js';

/** A template in figures, kept beside it so that a list needs no contents. */
export interface TemplateFigures {
  readonly taskCount: number;
  readonly milestoneCount: number;
  readonly linkCount: number;
  /** Different roles. */
  readonly roleCount: number;
  readonly checkCount: number;
  readonly gateCount: number;
  readonly workingDays: number;
}

export function figuresOf({
  tasks,
  links,
  roles,
  checks,
  gates,
  workingDays,
}: TemplateContent): TemplateFigures {
  const people = roles.filter(({ kind }) => kind === 'work');
  return {
    taskCount: tasks.length,
    milestoneCount: tasks.filter(({ isMilestone }) => isMilestone).length,
    linkCount: links.length,
    roleCount: new Set(people.map(({ role }) => role)).size,
    checkCount: checks.length,
    gateCount: gates.length,
    workingDays,
  };
}
