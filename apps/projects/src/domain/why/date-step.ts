/** One date of a task and what it follows from. Moments are `YYYY-MM-DDTHH:MM:SS` on the plan's wall clock. */
export interface DateStep {
  readonly taskId: string;
  readonly name: string;
  readonly end: 'start' | 'finish';
  readonly at: string;
  readonly kind: StepKind;
  readonly sentence: string;
  /** The task whose date it follows from, when that is another one. */
  readonly otherTaskId?: string;
  readonly otherName?: string;
  readonly otherEnd?: 'start' | 'finish';
  /** Of the other task, when it is one of another project. */
  readonly otherProjectId?: string;
  /** The date it follows from: of the other task, or the one that was given. */
  readonly from?: string;
  readonly linkKind?: 'FS' | 'SS' | 'FF' | 'SF';
  readonly minutes?: number;
}

export type StepKind =
  | 'link'
  | 'constraint'
  | 'calendar'
  | 'progress'
  | 'levelling-delay'
  | 'data-date'
  | 'work'
  | 'as-late-as-possible'
  | 'summary'
  | 'project-start'
  | 'project-finish'
  | 'deadline'
  | 'manual';
