import { wholeNumber } from '../mspdi-values.js';
import type { PlanAssignment } from '../plan-assignment.js';
import type { PlanResource } from '../plan-resource.js';
import type { RecordFields } from '../record-fields.js';
import type { XmlElement } from '../xml-element.js';
import { assignmentOfPrimavera } from './primavera-assignment.js';
import type { PrimaveraCodes } from './primavera-codes.js';
import { objectId } from './primavera-file.js';
import type { ObjectName } from './primavera-file.js';
import type { PrimaveraRecords } from './primavera-records.js';
import { resourceOfPrimavera, roleOf } from './primavera-resource.js';

type All = (name: ObjectName) => readonly XmlElement[];

export interface PrimaveraResources {
  readonly list: readonly PlanResource[];
  readonly uidOfResource: ReadonlyMap<string, number>;
  readonly uidOfRole: ReadonlyMap<string, number>;
}

/** Resources and, as generic ones, roles; a role whose id a resource has goes by another. */
export function primaveraResources(
  all: All,
  records: PrimaveraRecords,
  codes: PrimaveraCodes,
): PrimaveraResources {
  const list: PlanResource[] = [];
  const uidOfResource = new Map<string, number>();
  const uidOfRole = new Map<string, number>();
  const ratesOf = ratesBy(all('ResourceRate'), 'ResourceObjectId', records);
  const roleRates = ratesBy(all('RoleRate'), 'RoleObjectId', records);
  for (const element of all('Resource')) {
    const record = records.record('resource', element);
    if (record === undefined) continue;
    uidOfResource.set(objectId(element), record.uid);
    const identity = { uid: record.uid, id: list.length + 1, name: record.name };
    list.push(resourceOfPrimavera(record.fields, identity, ratesOf.get(objectId(element)) ?? [], codes));
  }
  let next = list.reduce((most, { uid }) => Math.max(most, uid), 0);
  const taken = new Set(list.map(({ uid }) => uid));
  for (const element of all('Role')) next = Math.max(next, wholeNumber(objectId(element)) ?? 0);
  for (const element of all('Role')) {
    const isTaken = taken.has(wholeNumber(objectId(element)) ?? Number.NaN);
    const record = records.record('resource', element, isTaken ? (next += 1) : undefined);
    if (record === undefined) continue;
    uidOfRole.set(objectId(element), record.uid);
    const identity = { uid: record.uid, id: list.length + 1, name: record.name };
    list.push(roleOf(record.fields, identity, roleRates.get(objectId(element)) ?? []));
  }
  return { list, uidOfResource, uidOfRole };
}

export interface AssignmentSources {
  readonly all: All;
  readonly records: PrimaveraRecords;
  readonly codes: PrimaveraCodes;
  readonly uidOfActivity: ReadonlyMap<string, number>;
}

/** Assignments whose activity and whose resource (or role) are in the plan. */
export function primaveraAssignments(
  { all, records, codes, uidOfActivity }: AssignmentSources,
  { uidOfResource, uidOfRole }: PrimaveraResources,
): PlanAssignment[] {
  return all('ResourceAssignment').flatMap((element) => {
    const task = element.leaf('ActivityObjectId')?.trim() ?? '';
    const resource = element.leaf('ResourceObjectId')?.trim() ?? '';
    const role = element.leaf('RoleObjectId')?.trim() ?? '';
    const taskUid = uidOfActivity.get(task);
    const resourceUid = resource === '' ? uidOfRole.get(role) : uidOfResource.get(resource);
    const subject = { kind: 'assignment' as const, uid: wholeNumber(objectId(element)) ?? null, name: null };
    if (taskUid === undefined) {
      records.book.found('assignment');
      const sentence = `It belongs to activity ${task.slice(0, 40) || 'without id'}, which is not in the plan that was read.`;
      return records.leaveOut(subject, 'missing-task', sentence) ?? [];
    }
    if (resourceUid === undefined && (resource !== '' || role !== '')) {
      records.book.found('assignment');
      const sentence = `It belongs to resource ${(resource || role).slice(0, 40)}, which is not in the plan that was read.`;
      return records.leaveOut(subject, 'missing-resource', sentence) ?? [];
    }
    const record = records.record('assignment', element);
    if (record === undefined) return [];
    const ends = { uid: record.uid, taskUid, resourceUid: resourceUid ?? null };
    return [assignmentOfPrimavera(record.fields, ends, codes)];
  });
}

function ratesBy(
  elements: readonly XmlElement[],
  owner: string,
  records: PrimaveraRecords,
): Map<string, RecordFields[]> {
  const lists = new Map<string, RecordFields[]>();
  for (const element of elements) {
    const key = element.leaf(owner)?.trim() ?? '';
    const fields = records.fields(element, { kind: 'resource', uid: wholeNumber(key) ?? null, name: null });
    const known = lists.get(key);
    if (known === undefined) lists.set(key, [fields]);
    else known.push(fields);
  }
  const dateOf = (fields: RecordFields): string => fields.element.leaf('EffectiveDate')?.trim() ?? '';
  for (const list of lists.values())
    list.sort((a, b) => (dateOf(a) < dateOf(b) ? -1 : dateOf(a) > dateOf(b) ? 1 : 0));
  return lists;
}
