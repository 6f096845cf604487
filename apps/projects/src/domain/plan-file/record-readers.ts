import { cleanName } from './clean-text.js';
import { assignmentOf, NOBODY } from './mspdi-assignment.js';
import { leaveOutParts } from './mspdi-baselines.js';
import type { ReadingContext } from './mspdi-baselines.js';
import { calendarOf } from './mspdi-calendar.js';
import type { RawLink } from './mspdi-links.js';
import type { RecordPath } from './mspdi-records.js';
import { resourceOf } from './mspdi-resource.js';
import { taskOf } from './mspdi-task.js';
import { wholeNumber } from './mspdi-values.js';
import type { PlanAssignment } from './plan-assignment.js';
import type { PlanCalendar } from './plan-calendar.js';
import type { PlanResource } from './plan-resource.js';
import type { PlanTask } from './plan-task.js';
import type { ElementKind, LeftOutReason } from './read-report.js';
import type { RecordFields } from './record-fields.js';
import type { Subject } from './report-book.js';
import type { XmlElement } from './xml-element.js';

type RecordKind = 'task' | 'resource' | 'assignment' | 'calendar';
type RecordSubject = Subject & { kind: ElementKind };
type FieldsFor = (subject: Subject) => RecordFields;

/** Turns records into parts of the plan, or leaves them out with a reason. */
export class RecordReaders {
  readonly calendars: PlanCalendar[] = [];
  readonly tasks: PlanTask[] = [];
  readonly rawLinks: RawLink[] = [];
  readonly resources: PlanResource[] = [];
  readonly assignments: PlanAssignment[] = [];
  private readonly subjects: Record<RecordKind, Map<number, RecordSubject>> = {
    task: new Map(),
    resource: new Map(),
    assignment: new Map(),
    calendar: new Map(),
  };

  constructor(private readonly context: ReadingContext) {}

  read(path: RecordPath, fieldsFor: FieldsFor, element: XmlElement): void {
    switch (path) {
      case 'Project/Calendars/Calendar':
        return this.readNamed('calendar', fieldsFor, element);
      case 'Project/Tasks/Task':
        return this.readNamed('task', fieldsFor, element);
      case 'Project/Resources/Resource':
        return this.readNamed('resource', fieldsFor, element);
      case 'Project/Assignments/Assignment':
        return this.readAssignment(fieldsFor, element);
      case 'Project/ExtendedAttributes/ExtendedAttribute':
      case 'Project/OutlineCodes/OutlineCode':
        return; // definitions, read with the header
    }
  }

  /** A change found when everything is known. */
  note(kind: RecordKind, uid: number, sentence: string): void {
    const subject = this.subjects[kind].get(uid);
    if (subject !== undefined) this.context.book.changed(subject, sentence);
  }

  private readNamed(kind: 'task' | 'resource' | 'calendar', fieldsFor: FieldsFor, element: XmlElement): void {
    const uid = uidOf(element, 'UID');
    const name = cleanName(element.leaf('Name') ?? '').text;
    const subject: RecordSubject = { kind, uid: uid ?? null, name: name === '' ? null : name };
    const fields = fieldsFor(subject);
    const problem = this.problemOf(kind, element, uid, name);
    if (uid === undefined || problem !== undefined) {
      this.leaveOut(fields, subject, problem ?? NO_UID);
      return;
    }
    this.subjects[kind].set(uid, subject);
    this.context.book.read(kind);
    fields.line('Name');
    const label = name === '' ? this.nameless(kind, uid, fields) : name;
    if (kind === 'calendar') this.calendars.push(calendarOf(fields, uid, label));
    else if (kind === 'resource') this.resources.push(resourceOf(fields, uid, label, this.context));
    else this.readTask(fields, fieldsFor, uid, label);
  }

  private readTask(fields: RecordFields, fieldsFor: FieldsFor, uid: number, name: string): void {
    this.tasks.push(taskOf(fields, uid, name, this.context));
    for (const element of fields.element.children('PredecessorLink')) {
      const subject: Subject = { kind: 'link', uid, name };
      this.rawLinks.push({ successorUid: uid, fields: fieldsFor(subject).of(element) });
    }
  }

  private readAssignment(fieldsFor: FieldsFor, element: XmlElement): void {
    const uid = uidOf(element, 'UID');
    const taskUid = uidOf(element, 'TaskUID');
    const resource = uidOf(element, 'ResourceUID') ?? NOBODY;
    const subject: RecordSubject = {
      kind: 'assignment',
      uid: uid ?? null,
      name: this.assignmentName(taskUid, resource),
    };
    const fields = fieldsFor(subject);
    const problem = this.assignmentProblem(uid, taskUid, resource);
    if (uid === undefined || taskUid === undefined || problem !== undefined) {
      this.leaveOut(fields, subject, problem ?? NO_UID);
      return;
    }
    this.subjects.assignment.set(uid, subject);
    this.context.book.read('assignment');
    if (resource === NOBODY)
      fields.changed(
        'It has no resource (the file says -65535); it was read as work that nobody has been given yet.',
      );
    const ends = { uid, taskUid, resourceUid: resource === NOBODY ? null : resource };
    this.assignments.push(assignmentOf(fields, ends, this.context));
  }

  private problemOf(
    kind: RecordKind,
    element: XmlElement,
    uid: number | undefined,
    name: string,
  ): Problem | undefined {
    if (uid === undefined) return NO_UID;
    if (this.subjects[kind].has(uid)) {
      return {
        reason: 'duplicate-uid',
        sentence: `There is already a ${kind} with UID ${uid}; the first one was taken.`,
      };
    }
    if (element.leaf('IsNull')?.trim() === '1')
      return { reason: 'empty-row', sentence: `It is an empty row of the ${kind} list.` };
    if (kind === 'resource' && uid === 0 && name === '') {
      return {
        reason: 'placeholder',
        sentence: 'It is the placeholder with which Microsoft Project marks unassigned work.',
      };
    }
    if (kind === 'task' && element.leaf('ExternalTask')?.trim() === '1') {
      return { reason: 'external-task', sentence: 'It is a shadow of a task in another project.' };
    }
    return undefined;
  }

  private assignmentProblem(uid?: number, taskUid?: number, resource?: number): Problem | undefined {
    if (uid === undefined) return NO_UID;
    if (this.subjects.assignment.has(uid)) {
      return {
        reason: 'duplicate-uid',
        sentence: `There is already an assignment with UID ${uid}; the first one was taken.`,
      };
    }
    if (taskUid === undefined || !this.subjects.task.has(taskUid)) {
      return {
        reason: 'missing-task',
        sentence: `It belongs to task ${String(taskUid ?? 'without UID')}, which is not in the plan that was read.`,
      };
    }
    if (resource !== NOBODY && !this.subjects.resource.has(resource!)) {
      return {
        reason: 'missing-resource',
        sentence: `It belongs to resource ${resource}, which is not in the plan that was read.`,
      };
    }
    return undefined;
  }

  private assignmentName(taskUid: number | undefined, resource: number): string | null {
    const task = taskUid === undefined ? undefined : this.subjects.task.get(taskUid)?.name;
    const who = resource === NOBODY ? null : this.subjects.resource.get(resource)?.name;
    return [task, who].filter((part) => part != null).join(' / ') || null;
  }

  /** The line of the whole project goes without a name in most files; everything else should have one. */
  private nameless(kind: RecordKind, uid: number, fields: RecordFields): string {
    if (kind === 'task' && uid === 0) return 'Project';
    const label = `${kind[0]!.toUpperCase()}${kind.slice(1)} ${uid}`;
    fields.changed(`It has no name; it is called "${label}".`);
    return label;
  }

  private leaveOut(fields: RecordFields, subject: RecordSubject, problem: Problem): void {
    this.context.book.leftOut(subject, problem.reason, problem.sentence);
    leaveOutParts(fields, this.context);
  }
}

interface Problem {
  readonly reason: LeftOutReason;
  readonly sentence: string;
}

const NO_UID: Problem = {
  reason: 'no-uid',
  sentence: 'It has no UID (a whole number up to 2147483647), so nothing can refer to it.',
};

function uidOf(element: XmlElement, name: string): number | undefined {
  return wholeNumber(element.leaf(name)?.trim() ?? '');
}
