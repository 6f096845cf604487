import { planFileRefusal } from './plan-file-refusal.js';
import type { ReadLimits } from './read-limits.js';
import type { ElementKind } from './read-report.js';
import { foldTimePhased } from './time-phased.js';
import { checkMspdiRoot } from './mspdi-root.js';
import { XmlElement } from './xml-element.js';
import type { Attributes, ElementListener } from './xml-stream.js';

/** A whole element of the file that stands for one thing. */
export interface MspdiRecord {
  readonly path: RecordPath;
  readonly element: XmlElement;
}

const RECORD_PATHS = [
  'Project/Calendars/Calendar',
  'Project/Tasks/Task',
  'Project/Resources/Resource',
  'Project/Assignments/Assignment',
  'Project/ExtendedAttributes/ExtendedAttribute',
  'Project/OutlineCodes/OutlineCode',
] as const;

export type RecordPath = (typeof RECORD_PATHS)[number];

const KIND_OF = new Map<string, ElementKind>([
  ['Task', 'task'],
  ['PredecessorLink', 'link'],
  ['Resource', 'resource'],
  ['Assignment', 'assignment'],
  ['Calendar', 'calendar'],
  ['Baseline', 'baseline'],
]);

/** Elements that are things even when they are empty. */
const ALWAYS_NESTED = new Set([
  ...KIND_OF.keys(),
  'ExtendedAttribute',
  'OutlineCode',
  'WeekDay',
  'Exception',
  'Rate',
]);

export interface RecordSink {
  /** An element of a counted kind was met, wherever it stands. */
  found(kind: ElementKind): void;
  /** It stands where no reader looks for it. */
  misplaced(kind: ElementKind): void;
  record(record: MspdiRecord): void;
}

/** Builds records out of the stream, one at a time, and keeps the leaves of the project itself. */
export class RecordBuilder implements ElementListener {
  /** `<Project>` with its own leaves only. */
  readonly project = new XmlElement('Project');
  private readonly path: string[] = [];
  private readonly open: XmlElement[] = [];
  private recordPath: RecordPath | undefined;
  private kept = 0;
  private keptBeforeTimePhased = 0;

  constructor(
    private readonly sink: RecordSink,
    private readonly limits: ReadLimits,
  ) {}

  opened(name: string, depth: number, attributes: Attributes): void {
    if (depth === 1) checkMspdiRoot(name, attributes['xmlns'] ?? '');
    this.path.push(name);
    const kind = KIND_OF.get(name);
    if (kind !== undefined) this.sink.found(kind);
    if (this.recordPath === undefined) this.recordPath = depth === 3 ? this.recordAt() : undefined;
    if (kind !== undefined && !this.isExpected(name, kind)) this.sink.misplaced(kind);
    if (this.recordPath === undefined && depth !== 2) return;
    if (name === 'TimephasedData') this.keptBeforeTimePhased = this.kept;
    this.open.push(new XmlElement(name));
    this.kept += 1;
    if (this.kept > this.limits.maxElementsPerRecord) throw this.recordTooLarge();
  }

  text(text: string): void {
    if (this.recordPath === undefined && this.path.length !== 2) return;
    const element = this.open.at(-1);
    if (element === undefined || /^\s*$/.test(text)) return;
    element.text += text;
    if (element.text.length > this.limits.maxTextLength) {
      const sentence = `A text in the file is longer than ${this.limits.maxTextLength} characters.`;
      throw planFileRefusal('projects/plan-file-text-too-long', sentence);
    }
  }

  closed(_name: string, depth: number): void {
    this.path.pop();
    if (this.recordPath === undefined) {
      if (depth === 2) this.project.take(this.open.pop()!, false);
      return;
    }
    const element = this.open.pop()!;
    if (depth === 3) this.finish(element);
    else if (element.name === 'TimephasedData') this.fold(element);
    else this.open.at(-1)!.take(element, ALWAYS_NESTED.has(element.name));
  }

  private finish(element: XmlElement): void {
    this.sink.record({ path: this.recordPath!, element });
    this.recordPath = undefined;
    this.kept = this.open.length;
  }

  private fold(entry: XmlElement): void {
    foldTimePhased(this.open.at(-1)!, entry);
    this.kept = this.keptBeforeTimePhased;
  }

  private recordAt(): RecordPath | undefined {
    const path = this.path.join('/');
    return RECORD_PATHS.find((known) => known === path);
  }

  /** Links and baselines are parts of records; all others are records themselves. */
  private isExpected(name: string, kind: ElementKind): boolean {
    if (this.recordPath === undefined) return false;
    if (kind !== 'link' && kind !== 'baseline') return this.path.length === 3;
    const owner = this.path[2];
    if (this.path.length !== 4) return false;
    return name === 'PredecessorLink'
      ? owner === 'Task'
      : owner === 'Task' || owner === 'Resource' || owner === 'Assignment';
  }

  private recordTooLarge(): Error {
    const sentence = `One ${this.path[2] ?? 'part'} of the file has more than ${this.limits.maxElementsPerRecord} parts.`;
    return planFileRefusal('projects/plan-file-too-many-elements', sentence);
  }
}
