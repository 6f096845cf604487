export type ElementKind = 'task' | 'link' | 'resource' | 'assignment' | 'calendar' | 'baseline';

export const ELEMENT_KINDS: readonly ElementKind[] = [
  'task',
  'link',
  'resource',
  'assignment',
  'calendar',
  'baseline',
];

/** `inFile` counts the file's own elements; `inFile = read + leftOut` always; `changed` are among the read ones. */
export interface KindCount {
  readonly inFile: number;
  readonly read: number;
  readonly changed: number;
  readonly leftOut: number;
}

/** Why an element is not part of the plan that was read. */
export type LeftOutReason =
  | 'empty-row'
  | 'no-uid'
  | 'duplicate-uid'
  | 'placeholder'
  | 'external-task'
  | 'cross-project'
  | 'missing-task'
  | 'missing-resource'
  | 'duplicate'
  | 'self-link'
  | 'summary-and-own-part'
  | 'link-cycle'
  | 'unknown-value'
  | 'owner-left-out'
  | 'misplaced'
  | 'broken-row';

export interface ReportNote {
  readonly kind: ElementKind | 'project';
  readonly uid: number | null;
  readonly name: string | null;
  readonly sentence: string;
}

export interface LeftOutNote extends ReportNote {
  readonly reason: LeftOutReason;
}

/** What happened to the file on its way in: nothing is dropped or altered in silence. */
export interface ReadReport {
  readonly counts: Readonly<Record<ElementKind, KindCount>>;
  readonly changed: readonly ReportNote[];
  readonly leftOut: readonly LeftOutNote[];
  /** Notes beyond the limit of listed ones; the counts include them. */
  readonly notesNotListed: number;
}
