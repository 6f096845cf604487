import { currencyExponent } from './currency-exponent.js';
import { CustomFieldCatalogue } from './custom-fields.js';
import { headerOf, currencyOf } from './mspdi-header.js';
import { settleBases } from './mspdi-calendar.js';
import { mspdiLinks } from './mspdi-links.js';
import type { MspdiRecord, RecordSink } from './mspdi-records.js';
import { settleOutline } from './outline.js';
import { settleLinks } from './settle-links.js';
import { planFileRefusal } from './plan-file-refusal.js';
import type { PlanReading } from './plan-reading.js';
import { RecordReaders } from './record-readers.js';
import type { ElementKind } from './read-report.js';
import { RecordFields } from './record-fields.js';
import { ReportBook } from './report-book.js';
import type { Subject } from './report-book.js';
import type { XmlElement } from './xml-element.js';

/** Puts the records of a file together to one plan whose parts fit each other. */
export class PlanAssembly implements RecordSink {
  private readonly book: ReportBook;
  private readonly readers: RecordReaders;
  private readonly catalogue = new CustomFieldCatalogue();
  private exponent: number | undefined;

  /** `project` gathers the leaves of `<Project>` while records already arrive. */
  constructor(
    private readonly project: () => XmlElement,
    maxNotes: number,
  ) {
    this.book = new ReportBook(maxNotes);
    this.readers = new RecordReaders({ book: this.book, catalogue: this.catalogue });
  }

  found(kind: ElementKind): void {
    this.book.found(kind);
  }

  misplaced(kind: ElementKind): void {
    const sentence = `It stands outside the place where Microsoft Project keeps a ${kind}.`;
    this.book.leftOut({ kind, uid: null, name: null }, 'misplaced', sentence);
  }

  projectChanged(sentence: string): void {
    this.book.changed({ kind: 'project', uid: null, name: null }, sentence);
  }

  /** The schema puts the project's own fields and the definitions before everything that needs them. */
  record({ path, element }: MspdiRecord): void {
    if (path === 'Project/ExtendedAttributes/ExtendedAttribute') this.catalogue.define(element);
    else if (path === 'Project/OutlineCodes/OutlineCode') this.catalogue.defineTable(element);
    else this.readers.read(path, (subject) => this.fields(element, subject), element);
  }

  finish(project: XmlElement): PlanReading {
    const subject: Subject = {
      kind: 'project',
      uid: null,
      name: project.leaf('Name')?.slice(0, 120) ?? null,
    };
    const header = headerOf(this.fields(project, subject));
    if (header.currencyExponent !== this.exponent) throw lateCurrency();
    const { calendars, tasks, rawLinks, resources, assignments } = this.readers;
    const settledTasks = settleOutline(tasks, (uid, sentence) => this.readers.note('task', uid, sentence));
    const settledCalendars = settleBases(calendars, (uid, sentence) =>
      this.readers.note('calendar', uid, sentence),
    );
    const known = new Set(settledCalendars.map((calendar) => calendar.uid));
    const links = settleLinks(mspdiLinks(rawLinks, settledTasks), settledTasks, this.book);
    return {
      plan: {
        format: 'mspdi',
        header: this.knownCalendar(header, known, (sentence) => this.book.changed(subject, sentence)),
        calendars: settledCalendars,
        tasks: settledTasks.map((task) =>
          this.knownCalendar(task, known, (sentence) => this.readers.note('task', task.uid, sentence)),
        ),
        links,
        resources: resources.map((resource) =>
          this.knownCalendar(resource, known, (sentence) =>
            this.readers.note('resource', resource.uid, sentence),
          ),
        ),
        assignments,
      },
      report: this.book.report(),
    };
  }

  private fields(element: XmlElement, subject: Subject): RecordFields {
    this.exponent ??= currencyExponent(currencyOf(this.project()));
    return new RecordFields(element, subject, this.book, this.exponent);
  }

  private knownCalendar<T extends { readonly calendarUid: number | null }>(
    owner: T,
    known: ReadonlySet<number>,
    note: (sentence: string) => void,
  ): T {
    if (owner.calendarUid === null || known.has(owner.calendarUid)) return owner;
    note(`Its calendar ${owner.calendarUid} is not in the file; it follows the project calendar.`);
    return { ...owner, calendarUid: null };
  }
}

function lateCurrency(): Error {
  const sentence =
    'The currency of the plan stands behind its first amounts; the order of the elements is not that of Microsoft Project.';
  return planFileRefusal('projects/plan-file-malformed', sentence);
}
