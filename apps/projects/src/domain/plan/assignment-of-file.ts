import { MOST_MINUTES } from '../plan-file/mspdi-values.js';
import type { PlanAssignment } from '../plan-file/plan-assignment.js';
import type { PlanFile } from '../plan-file/plan-file.js';

/** A line of a file that says who or what works on a task. */
export interface AssignmentOfFile {
  readonly uid: number;
  readonly taskUid: number;
  readonly resourceName: string;
  readonly resourceKey: string | null;
  readonly resourceKind: string;
  readonly unitsPercent: number;
  readonly workMinutes: number;
}

/** Of a material, units are an amount: a hundred thousand million of it are enough. */
const MOST_PERCENT = 10_000_000_000_000;

/** Assignments of people, materials and costs; work that nobody is named for is none. */
export function assignmentsOfFile(file: Pick<PlanFile, 'assignments' | 'resources'>): AssignmentOfFile[] {
  const resources = new Map(file.resources.map((resource) => [resource.uid, resource]));
  return file.assignments.flatMap((assignment: PlanAssignment) => {
    const resource = resources.get(assignment.resourceUid ?? Number.NaN);
    if (resource === undefined) return [];
    return [
      {
        uid: assignment.uid,
        taskUid: assignment.taskUid,
        resourceName: (resource.name || `Resource ${resource.uid}`).slice(0, 300),
        resourceKey: (resource.email ?? resource.code)?.slice(0, 200) || null,
        resourceKind: resource.type,
        unitsPercent: Math.min(MOST_PERCENT, Math.round((assignment.units ?? 1) * 10_000) / 100),
        workMinutes: Math.max(0, Math.min(MOST_MINUTES, Math.round(assignment.workMinutes ?? 0))),
      },
    ];
  });
}
