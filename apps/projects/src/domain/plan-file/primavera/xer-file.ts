import type { ReadLimits } from '../read-limits.js';
import { XmlElement } from '../xml-element.js';
import { PrimaveraObjects } from './primavera-file.js';
import type { ObjectName, PrimaveraFile, PrimaveraProject } from './primavera-file.js';
import { addCalendarParts } from './xer-calendar-text.js';
import { cellOf, objectsOfTable, PART_TABLES, valueOf } from './xer-columns.js';
import { xerTables } from './xer-tables.js';
import type { XerTable, XerText } from './xer-tables.js';

/** Reads the tables of an XER file as the business objects of Primavera XML. @throws Refusal `projects/plan-file-...`. */
export function xerFile(text: string, limits: ReadLimits): PrimaveraFile {
  const { header, tables } = xerTables(text, limits);
  const shared = new PrimaveraObjects();
  const projects = new Map<string, PrimaveraProject>();
  const notes: string[] = [];
  for (const { element } of itemsOf(tables, 'PROJECT')) {
    projects.set(element.leaf('ObjectId') ?? '', { own: element, objects: new PrimaveraObjects() });
  }
  const parts = new Parts(tables);
  for (const name of tables.keys()) {
    if (name === 'PROJECT') continue;
    for (const { object, owner, element } of itemsOf(tables, name)) {
      parts.addTo(object, element);
      if (object === 'Calendar') readCalendar(element, notes);
      const target = object === 'Calendar' ? shared : (projects.get(owner)?.objects ?? shared);
      target.add(object, element);
    }
  }
  for (const project of projects.values()) rootOf(project);
  const left = tablesLeft(tables);
  if (left.length > 0)
    notes.push(`These tables have no place in a plan here and were not read: ${left.join(', ')}.`);
  return {
    format: 'xer',
    currency: currencyOf(header),
    shared,
    projects: [...projects.values()],
    baselines: [],
    notes,
  };
}

interface Item {
  readonly object: ObjectName;
  readonly owner: string;
  readonly element: XmlElement;
}

function itemsOf(tables: XerText['tables'], name: string): Item[] {
  const table = tables.get(name);
  const read = table === undefined ? undefined : objectsOfTable(name, table);
  return read === undefined ? [] : read.items.map((item) => ({ ...item, object: read.object as ObjectName }));
}

function readCalendar(element: XmlElement, notes: string[]): void {
  const text = element.leaf('CalendarText');
  if (text === undefined || addCalendarParts(element, text)) return;
  notes.push(
    `The working times of calendar "${(element.leaf('Name') ?? '').slice(0, 80)}" could not be read; it is Monday to Friday, 08:00 to 16:00, as in Primavera.`,
  );
}

/**
 * In XER the project is a WBS element of its own, in Primavera XML it is only named by its elements: the row becomes part
 * of the project.
 */
function rootOf({ own, objects }: PrimaveraProject): void {
  const root = objects.of('WBS').find((element) => element.leaf('IsRoot') === '1');
  if (root === undefined) return;
  own.put('WBSObjectId', root.leaf('ObjectId'));
  own.put('Name', root.leaf('Name'));
  own.put('WBSCode', root.leaf('Code'));
}

function currencyOf(header: readonly string[]): string | null {
  const code = header.at(-1)?.trim() ?? '';
  return header.length > 8 && /^[A-Z]{3}$/.test(code) ? code : null;
}

function tablesLeft(tables: XerText['tables']): string[] {
  return [...tables]
    .filter(
      ([name, table]) =>
        table.rows.length > 0 && !PART_TABLES.has(name) && !objectsOfTable(name, { ...table, rows: [] }),
    )
    .map(([name, { rows }]) => `${name.slice(0, 40)} (${rows.length} rows)`)
    .slice(0, 60);
}

const SUBJECTS: Partial<Record<ObjectName, string>> = {
  Activity: 'TASK',
  WBS: 'PROJWBS',
  Resource: 'RSRC',
  ResourceAssignment: 'TASKRSRC',
};

/** Activity codes and user-defined fields, which XER keeps in tables of their own, by what they belong to. */
class Parts {
  private readonly codes = new Map<string, XmlElement[]>();
  private readonly fields = new Map<string, XmlElement[]>();

  constructor(tables: XerText['tables']) {
    this.readCodes(tables.get('TASKACTV'));
    this.readFields(tables.get('UDFVALUE'), tables.get('UDFTYPE'));
  }

  addTo(object: ObjectName, element: XmlElement): void {
    const id = element.leaf('ObjectId') ?? '';
    const codes = object === 'Activity' ? (this.codes.get(id) ?? []) : [];
    const fields = this.fields.get(`${SUBJECTS[object] ?? ''} ${id}`) ?? [];
    for (const part of [...codes, ...fields]) element.take(part, true);
  }

  private readCodes(table: XerTable | undefined): void {
    for (const row of table?.rows ?? []) {
      const code = new XmlElement('Code')
        .put('TypeObjectId', cellOf(table!, row, 'actv_code_type_id'))
        .put('ValueObjectId', cellOf(table!, row, 'actv_code_id'));
      push(this.codes, cellOf(table!, row, 'task_id'), code);
    }
  }

  private readFields(values: XerTable | undefined, types: XerTable | undefined): void {
    const subjects = new Map(
      (types?.rows ?? []).map((row) => [
        cellOf(types!, row, 'udf_type_id'),
        cellOf(types!, row, 'table_name'),
      ]),
    );
    for (const row of values?.rows ?? []) {
      const type = cellOf(values!, row, 'udf_type_id');
      const cell = (column: string) => cellOf(values!, row, column);
      const field = new XmlElement('UDF')
        .put('TypeObjectId', type)
        .put('TextValue', cell('udf_text') || cell('udf_code_id'))
        .put('DoubleValue', cell('udf_number'))
        .put('StartDateValue', valueOf('udf_date', cell('udf_date')));
      push(this.fields, `${subjects.get(type) ?? ''} ${cell('fk_id')}`, field);
    }
  }
}

function push(lists: Map<string, XmlElement[]>, key: string, element: XmlElement): void {
  const known = lists.get(key);
  if (known === undefined) lists.set(key, [element]);
  else known.push(element);
}
