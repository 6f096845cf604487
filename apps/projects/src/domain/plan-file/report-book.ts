import { ELEMENT_KINDS } from './read-report.js';
import type {
  ElementKind,
  KindCount,
  LeftOutNote,
  LeftOutReason,
  ReadReport,
  ReportNote,
} from './read-report.js';

/** The element a note is about. One object per element: it remembers that a change was noted already. */
export interface Subject {
  readonly kind: ElementKind | 'project';
  readonly uid: number | null;
  readonly name: string | null;
  changed?: boolean;
}

/** Keeps the counts and notes while a file is read. */
export class ReportBook {
  private readonly tally = new Map<
    ElementKind,
    { inFile: number; read: number; changed: number; leftOut: number }
  >();
  private readonly changedNotes: ReportNote[] = [];
  private readonly leftOutNotes: LeftOutNote[] = [];
  private notListed = 0;

  constructor(private readonly maxNotes: number) {
    for (const kind of ELEMENT_KINDS) this.tally.set(kind, { inFile: 0, read: 0, changed: 0, leftOut: 0 });
  }

  found(kind: ElementKind): void {
    this.tally.get(kind)!.inFile += 1;
  }

  read(kind: ElementKind): void {
    this.tally.get(kind)!.read += 1;
  }

  changed(subject: Subject, sentence: string): void {
    if (subject.kind !== 'project' && subject.changed !== true) this.tally.get(subject.kind)!.changed += 1;
    subject.changed = true;
    this.list(this.changedNotes, { kind: subject.kind, uid: subject.uid, name: subject.name, sentence });
  }

  /** `subject.kind` is the kind that is counted; call it instead of `read`. */
  leftOut(subject: Subject & { kind: ElementKind }, reason: LeftOutReason, sentence: string): void {
    const count = this.tally.get(subject.kind)!;
    count.leftOut += 1;
    if (subject.changed === true) count.changed -= 1;
    this.list(this.leftOutNotes, {
      kind: subject.kind,
      uid: subject.uid,
      name: subject.name,
      reason,
      sentence,
    });
  }

  report(): ReadReport {
    return {
      counts: Object.fromEntries(ELEMENT_KINDS.map((kind) => [kind, { ...this.tally.get(kind)! }])) as Record<
        ElementKind,
        KindCount
      >,
      changed: this.changedNotes,
      leftOut: this.leftOutNotes,
      notesNotListed: this.notListed,
    };
  }

  private list<N extends ReportNote>(notes: N[], note: N): void {
    if (this.changedNotes.length + this.leftOutNotes.length < this.maxNotes) notes.push(note);
    else this.notListed += 1;
  }
}
