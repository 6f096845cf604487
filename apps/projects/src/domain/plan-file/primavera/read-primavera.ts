import { currencyExponent } from '../currency-exponent.js';
import { settleBases } from '../mspdi-calendar.js';
import { planFileRefusal } from '../plan-file-refusal.js';
import type { PlanCalendar } from '../plan-calendar.js';
import type { PlanHeader } from '../plan-file.js';
import type { PlanTask } from '../plan-task.js';
import { DEFAULT_READ_LIMITS } from '../read-limits.js';
import type { ReadLimits } from '../read-limits.js';
import type { PlanReading } from '../plan-reading.js';
import type { RecordFields } from '../record-fields.js';
import { ReportBook } from '../report-book.js';
import { settleLinks } from '../settle-links.js';
import { XmlElement } from '../xml-element.js';
import { PrimaveraBaselines } from './primavera-baselines.js';
import { calendarOfPrimavera } from './primavera-calendar.js';
import { PrimaveraCodes } from './primavera-codes.js';
import type { ObjectName, PrimaveraFile, PrimaveraProject } from './primavera-file.js';
import { countsLagsAroundTheClock, headerOfPrimavera } from './primavera-header.js';
import { primaveraLinks } from './primavera-links.js';
import { pmxmlFile } from './pmxml-file.js';
import { primaveraAssignments, primaveraResources } from './primavera-people.js';
import { PrimaveraRecords } from './primavera-records.js';
import { primaveraTasks } from './primavera-tasks.js';
import { xerFile } from './xer-file.js';

/** Reads the text of a Primavera export (XER). @throws Refusal `projects/plan-file-...`. */
export function readXer(text: string, limits: Partial<ReadLimits> = {}): PlanReading {
  const bounds = { ...DEFAULT_READ_LIMITS, ...limits };
  return new PrimaveraReading(xerFile(text, bounds), bounds).read();
}

/** Reads Primavera XML (PMXML). @throws Refusal `projects/plan-file-...`. */
export function readPmxml(xml: string, limits: Partial<ReadLimits> = {}): PlanReading {
  const bounds = { ...DEFAULT_READ_LIMITS, ...limits };
  return new PrimaveraReading(pmxmlFile(xml, bounds), bounds).read();
}

/** Puts one project of a Primavera export together to a plan whose parts fit each other. */
class PrimaveraReading {
  private readonly book: ReportBook;
  private readonly records: PrimaveraRecords;
  private readonly project: PrimaveraProject;
  private readonly calendarFields = new Map<number, RecordFields>();

  constructor(
    private readonly file: PrimaveraFile,
    { maxNotes }: ReadLimits,
  ) {
    this.book = new ReportBook(maxNotes);
    this.records = new PrimaveraRecords(this.book, currencyExponent(file.currency));
    this.project = this.chosenProject();
  }

  read(): PlanReading {
    const own = this.fieldsOf(this.project.own);
    const options = this.fieldsOf(this.all('ScheduleOptions')[0] ?? new XmlElement('ScheduleOptions'));
    for (const note of this.file.notes) own.changed(note);
    const calendars = this.calendars();
    const header = this.header(own, options);
    const parts = this.parts(own, options, header);
    const known = new Set(calendars.map(({ uid }) => uid));
    const noteOf = (fields: RecordFields | undefined) => (sentence: string) => fields?.changed(sentence);
    return {
      plan: {
        format: this.file.format,
        header: followed(
          { ...header, honourConstraints: hasOnlyMandatoryDates(parts.tasks) },
          known,
          noteOf(own),
        ),
        calendars,
        tasks: parts.tasks.map((task) => followed(task, known, noteOf(parts.fieldsByUid.get(task.uid)))),
        links: parts.links,
        resources: parts.resources.map((resource) => followed(resource, known, noteOf(own))),
        assignments: parts.assignments,
      },
      report: this.book.report(),
    };
  }

  private fieldsOf(element: XmlElement): RecordFields {
    const name = this.project.own.leaf('Name') ?? null;
    return this.records.fields(element, { kind: 'project', uid: null, name });
  }

  /** Tasks with their baselines, links, people: each refers only to what was read before it. */
  private parts(own: RecordFields, options: RecordFields, header: PlanHeader) {
    const { records } = this;
    const all = (name: ObjectName) => this.all(name);
    const codes = new PrimaveraCodes(all('ActivityCodeType'), all('ActivityCode'), all('UDFType'));
    const criticalFloatMinutes = header.criticalSlackDays * header.minutesPerDay;
    const read = primaveraTasks({ all, own, codes, records, criticalFloatMinutes });
    const resources = primaveraResources(all, records, codes);
    const scene = { all, records, codes, uidOfActivity: read.uidOfActivity };
    const found = primaveraLinks(scene, own, countsLagsAroundTheClock(options));
    const baselines = new PrimaveraBaselines(this.file, this.project, records);
    return {
      fieldsByUid: read.fieldsByUid,
      tasks: baselines.addedTo(read.tasks, read.fieldsByUid, (sentence) => own.changed(sentence)),
      links: settleLinks(found, read.tasks, this.book),
      resources: resources.list,
      assignments: primaveraAssignments(scene, resources),
    };
  }

  /** Of several projects the one that was exported; others come along for the sake of links between them. */
  private chosenProject(): PrimaveraProject {
    const { projects } = this.file;
    const chosen = projects.find(({ own }) => own.leaf('IsExported') === '1') ?? projects[0];
    if (chosen === undefined) {
      const sentence =
        'The file is a Primavera export without a project. Export the project itself, with its activities.';
      throw planFileRefusal('projects/plan-file-not-a-plan', sentence);
    }
    for (const other of projects) if (other !== chosen) this.leaveOut(other);
    return chosen;
  }

  private leaveOut({ own, objects }: PrimaveraProject): void {
    const name = (own.leaf('Name') ?? own.leaf('Id') ?? '').slice(0, 120);
    const sentence = `It belongs to the project "${name}"; one project of a file is read. Export that one by itself.`;
    for (const [kind, object] of [
      ['task', 'WBS'],
      ['task', 'Activity'],
      ['link', 'Relationship'],
      ['assignment', 'ResourceAssignment'],
    ] as const) {
      for (const element of objects.of(object)) {
        this.book.found(kind);
        this.book.leftOut({ kind, uid: null, name: element.leaf('Name') ?? null }, 'cross-project', sentence);
      }
    }
  }

  /** Objects of the project and those that all projects share. */
  private all(name: ObjectName): readonly XmlElement[] {
    const id = this.project.own.leaf('ObjectId');
    const mine = ({ leaf }: { leaf: string | undefined }) => leaf === undefined || leaf === id;
    return [
      ...this.project.objects.of(name),
      ...this.file.shared.of(name).filter((element) => mine({ leaf: element.leaf('ProjectObjectId') })),
    ];
  }

  private calendars(): PlanCalendar[] {
    const read = this.all('Calendar').flatMap((element) => {
      const record = this.records.record('calendar', element);
      if (record === undefined) return [];
      this.calendarFields.set(record.uid, record.fields);
      return [calendarOfPrimavera(record.fields, record.uid, record.name)];
    });
    return settleBases(read, (uid, sentence) => this.calendarFields.get(uid)?.changed(sentence));
  }

  /** A project without a calendar of its own follows the one that is marked as the default. */
  private header(own: RecordFields, options: RecordFields): PlanHeader {
    const standard = [...this.calendarFields].find(([, fields]) => fields.flag('IsDefault') === true);
    const uid = own.reference('ActivityDefaultCalendarObjectId') ?? standard?.[0] ?? null;
    const calendar = uid === null ? undefined : this.calendarFields.get(uid);
    return { ...headerOfPrimavera(own, options, calendar, this.file.currency), calendarUid: uid };
  }
}

/**
 * Primavera's mandatory dates overrule links, its "on or before" dates do not: a plan has one rule for both here, so mandatory
 * ones are honoured where there are none of the others.
 */
function hasOnlyMandatoryDates(tasks: readonly PlanTask[]): boolean {
  const kinds = new Set(tasks.map(({ constraint }) => constraint.type));
  const isMandatory = kinds.has('must-start-on') || kinds.has('must-finish-on');
  return isMandatory && !kinds.has('start-no-later-than') && !kinds.has('finish-no-later-than');
}

function followed<T extends { readonly calendarUid: number | null }>(
  owner: T,
  known: ReadonlySet<number>,
  note: (sentence: string) => void,
): T {
  if (owner.calendarUid === null || known.has(owner.calendarUid)) return owner;
  note(`Its calendar ${owner.calendarUid} is not in the file; it follows the project calendar.`);
  return { ...owner, calendarUid: null };
}
