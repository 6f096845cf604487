import { BLANK_TASK } from '../blank-task.js';
import type { PlanTask } from '../plan-task.js';
import { cleanName } from '../clean-text.js';
import { wholeNumber } from '../mspdi-values.js';
import type { RecordFields } from '../record-fields.js';
import { XmlElement } from '../xml-element.js';
import type { PrimaveraCodes } from './primavera-codes.js';
import { costsOf, costWithin } from './primavera-costs.js';
import { objectId } from './primavera-file.js';
import type { ObjectName } from './primavera-file.js';
import { notesBy } from './primavera-notes.js';
import type { PrimaveraRecords } from './primavera-records.js';
import { activityOf, wbsElementOf } from './primavera-task.js';
import type { Place } from './primavera-task.js';
import { identityOf } from './primavera-texts.js';
import { rolledUp } from './rolled-up-dates.js';
import { wbsTree } from './wbs-tree.js';
import type { OutlineLine } from './wbs-tree.js';

export interface TaskSources {
  readonly all: (name: ObjectName) => readonly XmlElement[];
  /** The project itself. */
  readonly own: RecordFields;
  readonly codes: PrimaveraCodes;
  readonly records: PrimaveraRecords;
  readonly criticalFloatMinutes: number;
}

export interface TasksRead {
  readonly tasks: readonly PlanTask[];
  readonly fieldsByUid: ReadonlyMap<number, RecordFields>;
  /** Activities by the id that links and assignments use. */
  readonly uidOfActivity: ReadonlyMap<string, number>;
}

/** All lines of the outline: the project, its WBS elements as summaries, its activities. */
export function primaveraTasks(sources: TaskSources): TasksRead {
  return new TaskReading(sources).read();
}

class TaskReading {
  private readonly tasks: PlanTask[] = [];
  private readonly fieldsByUid = new Map<number, RecordFields>();
  private readonly uidOfActivity = new Map<string, number>();
  private readonly uidOfElement = new Map<string, number>();
  private readonly notes: ReadonlyMap<string, string>;
  private readonly costs: ReadonlyMap<string, PlanTask['cost']>;
  private readonly elementIds: ReadonlySet<number>;
  private nextUid: number;

  constructor(private readonly sources: TaskSources) {
    const { all } = sources;
    this.notes = new Map([
      ...notesBy(all('ProjectNote'), 'WBSObjectId', 'wbs'),
      ...notesBy(all('ActivityNote'), 'ActivityObjectId', 'activity'),
    ]);
    this.costs = costsOf(sources);
    const ids = [...all('WBS'), ...all('Activity')].flatMap(
      (element) => wholeNumber(objectId(element)) ?? [],
    );
    this.nextUid = ids.reduce((most, id) => Math.max(most, id), 0) + 1;
    const root = wholeNumber(this.rootId ?? '');
    this.elementIds = new Set(
      [...all('WBS').map((element) => wholeNumber(objectId(element))), root].filter((id) => id !== undefined),
    );
  }

  read(): TasksRead {
    const { all, own } = this.sources;
    const root = this.rootId;
    const code = own.line('WBSCode') ?? own.line('Id');
    if (root !== null) this.readRoot(root, code);
    const { lines, circular } = wbsTree({ id: root, code }, all('WBS'), all('Activity'));
    for (const line of lines) {
      if (line.isActivity) this.readActivity(line);
      else this.readElement(line);
    }
    for (const element of circular) {
      const uid = this.uidOfElement.get(objectId(element));
      const sentence = 'Its parents lead back to itself; it stands right below the project.';
      this.fieldsByUid.get(uid ?? Number.NaN)?.changed(sentence);
    }
    return {
      tasks: rolledUp(this.tasks),
      fieldsByUid: this.fieldsByUid,
      uidOfActivity: this.uidOfActivity,
    };
  }

  /** The WBS element that stands for the project. */
  private get rootId(): string | null {
    const id = this.sources.own.element.leaf('WBSObjectId')?.trim() ?? '';
    return id === '' ? null : id;
  }

  private readRoot(id: string, code: string | null): void {
    const { own, records } = this.sources;
    const element = new XmlElement('WBS')
      .put('ObjectId', id)
      .put('Name', own.line('Name') ?? code ?? 'Project');
    const record = records.record('task', element);
    if (record === undefined) return;
    this.fieldsByUid.set(record.uid, record.fields);
    const place: Place = {
      uid: record.uid,
      id: 0,
      name: record.name,
      outlineLevel: 0,
      parentUid: null,
      wbs: code,
    };
    const notes = this.notes.get(`wbs ${id}`) ?? this.notes.get('wbs ') ?? null;
    const guid = identityOf(own.element.leaf('GUID'));
    this.tasks.push({
      ...BLANK_TASK,
      ...place,
      id: null,
      guid,
      isProjectSummary: true,
      isSummary: true,
      notes,
    });
  }

  private readElement(line: OutlineLine): void {
    const record = this.sources.records.record('task', line.element);
    if (record === undefined) return;
    this.uidOfElement.set(objectId(line.element), record.uid);
    this.fieldsByUid.set(record.uid, record.fields);
    const notes = this.notes.get(`wbs ${objectId(line.element)}`) ?? null;
    const place = this.placeOf(line, record.uid, record.name);
    this.tasks.push(wbsElementOf(record.fields, place, { codes: this.sources.codes, notes }));
  }

  /** Activities and WBS elements are counted apart in Primavera, here they share one row of ids. */
  private readActivity(line: OutlineLine): void {
    const { records, codes, criticalFloatMinutes } = this.sources;
    const id = objectId(line.element);
    const own = wholeNumber(id);
    const isTaken = own !== undefined && this.elementIds.has(own) && !this.uidOfActivity.has(id);
    const record = records.record('task', line.element, isTaken ? this.nextUid : undefined);
    if (record === undefined) return;
    if (isTaken) this.nextUid += 1;
    this.uidOfActivity.set(id, record.uid);
    this.fieldsByUid.set(record.uid, record.fields);
    if (isTaken)
      record.fields.changed(`A WBS element has the same ObjectId ${id}; it goes by ${record.uid} here.`);
    const context = {
      codes,
      criticalFloatMinutes,
      notes: this.notes.get(`activity ${id}`) ?? null,
      cost: costWithin(record.fields, this.costs.get(id)),
    };
    this.tasks.push(activityOf(record.fields, this.placeOf(line, record.uid, record.name), context));
  }

  private placeOf({ outlineLevel, parentId, wbs }: OutlineLine, uid: number, name: string): Place {
    const parentUid = parentId === null ? null : (this.uidOfElement.get(parentId) ?? null);
    const rows = this.tasks.length - (this.tasks[0]?.isProjectSummary === true ? 1 : 0);
    return {
      uid,
      id: rows + 1,
      name,
      outlineLevel,
      parentUid,
      wbs: wbs === null ? null : cleanName(wbs).text,
    };
  }
}
