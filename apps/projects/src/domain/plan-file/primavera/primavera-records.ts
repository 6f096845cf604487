import { cleanName } from '../clean-text.js';
import { wholeNumber } from '../mspdi-values.js';
import type { ElementKind, LeftOutReason } from '../read-report.js';
import { RecordFields } from '../record-fields.js';
import type { ReportBook, Subject } from '../report-book.js';
import type { XmlElement } from '../xml-element.js';

type RecordSubject = Subject & { kind: ElementKind };

/** A business object on its way to become part of the plan. */
export interface PrimaveraRecord {
  readonly uid: number;
  readonly name: string;
  readonly fields: RecordFields;
}

/** Counts business objects, names them for the report and leaves out those that nothing can refer to. */
export class PrimaveraRecords {
  private readonly taken = new Map<ElementKind, Set<number>>();

  constructor(
    readonly book: ReportBook,
    private readonly exponent: number,
  ) {}

  /** `given`: the id it goes by, when its own is taken by something else. Undefined when it was left out. */
  record(kind: ElementKind, element: XmlElement, given?: number): PrimaveraRecord | undefined {
    this.book.found(kind);
    const name = cleanName(element.leaf('Name') ?? '').text;
    const uid = given ?? wholeNumber(element.leaf('ObjectId')?.trim() ?? '');
    const subject: RecordSubject = { kind, uid: uid ?? null, name: name === '' ? null : name };
    const taken = this.taken.get(kind) ?? new Set();
    this.taken.set(kind, taken);
    if (uid === undefined)
      return this.leaveOut(
        subject,
        'no-uid',
        'It has no ObjectId (a whole number up to 2147483647), so nothing can refer to it.',
      );
    if (taken.has(uid)) {
      const sentence = `There is already a ${kind} with ObjectId ${uid}; the first one was taken.`;
      return this.leaveOut(subject, 'duplicate-uid', sentence);
    }
    taken.add(uid);
    this.book.read(kind);
    const fields = this.fields(element, subject);
    if (name !== '') return { uid, name: fields.line('Name') ?? name, fields };
    const label = `${kind[0]!.toUpperCase()}${kind.slice(1)} ${uid}`;
    if (kind !== 'assignment') fields.changed(`It has no name; it is called "${label}".`);
    return { uid, name: label, fields };
  }

  leaveOut(subject: RecordSubject, reason: LeftOutReason, sentence: string): undefined {
    this.book.leftOut(subject, reason, sentence);
    return undefined;
  }

  fields(element: XmlElement, subject: Subject): RecordFields {
    return new RecordFields(element, subject, this.book, this.exponent);
  }
}
