import type { XmlElement } from '../xml-element.js';

/** Names of the business objects that are read, as Primavera XML writes them; XER tables are given the same names. */
export const OBJECTS = [
  'ActivityCode',
  'ActivityCodeType',
  'Activity',
  'ActivityExpense',
  'ActivityNote',
  'Calendar',
  'Currency',
  'NotebookTopic',
  'ProjectNote',
  'Relationship',
  'Resource',
  'ResourceAssignment',
  'ResourceRate',
  'Role',
  'RoleRate',
  'ScheduleOptions',
  'UDFType',
  'WBS',
] as const;

export type ObjectName = (typeof OBJECTS)[number];

/** Business objects by name, in the order of the file. */
export class PrimaveraObjects {
  private readonly byName = new Map<ObjectName, XmlElement[]>();

  add(name: ObjectName, element: XmlElement): void {
    const known = this.byName.get(name);
    if (known === undefined) this.byName.set(name, [element]);
    else known.push(element);
  }

  of(name: ObjectName): readonly XmlElement[] {
    return this.byName.get(name) ?? [];
  }
}

/** A project, or a baseline of one, with what belongs to it alone. */
export interface PrimaveraProject {
  /** Its own leaves. */
  readonly own: XmlElement;
  readonly objects: PrimaveraObjects;
}

/** A Primavera export, whichever of the two syntaxes it came in. */
export interface PrimaveraFile {
  readonly format: 'xer' | 'pmxml';
  /** ISO 4217 code of all amounts; null when the file does not say. */
  readonly currency: string | null;
  /** What several projects share: calendars, resources, codes. */
  readonly shared: PrimaveraObjects;
  readonly projects: readonly PrimaveraProject[];
  readonly baselines: readonly PrimaveraProject[];
  /** What has to be told about the file as a whole. */
  readonly notes: readonly string[];
}

/** What other objects refer to an object by; empty when it has nothing of the kind. */
export function objectId(element: XmlElement): string {
  return element.leaf('ObjectId')?.trim() ?? '';
}
