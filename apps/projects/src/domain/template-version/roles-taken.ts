import type { StoredTask } from '../plan/stored-plan.js';
import { byKey } from '../template/by-key.js';
import type { TemplateRole } from '../template/template-content.js';
import type { Ids } from './links-taken.js';

/** Who or what is assigned to a task; `uid` tells assignments apart. */
export interface AssignedRole {
  readonly uid: number;
  readonly taskId: string;
  readonly resourceName: string;
  readonly resourceKey: string | null;
  readonly resourceKind: string;
  readonly unitsPercent: number;
  readonly workMinutes: number;
}

/** The assignments after the roles of the chosen tasks became those of the later version; people who were put there stay. */
export function rolesTaken(
  assignments: readonly AssignedRole[],
  tasks: readonly StoredTask[],
  { idOf, isChosen, taking }: Ids,
): readonly AssignedRole[] {
  const there = new Set(tasks.map(({ taskId }) => taskId));
  const [was, will] = [taking.base.roles, taking.later.roles].map((all) => byKey(all, (one) => one.taskKey));
  let uid = assignments.reduce((most, one) => Math.max(most, one.uid), 0);
  let left = assignments.filter(({ taskId }) => there.has(taskId));
  for (const [key, taskId] of idOf) {
    if (!isChosen(key, 'roles') && !isChosen(key, 'task')) continue;
    const replaced = [...(was!.get(key) ?? []), ...(will!.get(key) ?? [])];
    left = left.filter((one) => one.taskId !== taskId || !replaced.some((role) => isSame(one, role)));
    left.push(...(will!.get(key) ?? []).map((role) => assignedRole(role, { uid: ++uid, taskId })));
  }
  return left;
}

function isSame(
  { resourceName, resourceKey, resourceKind }: AssignedRole,
  { role, kind }: TemplateRole,
): boolean {
  return resourceKey === null && resourceName === role && resourceKind === kind;
}

function assignedRole(
  { role, kind, unitsPercent, workMinutes }: TemplateRole,
  place: Pick<AssignedRole, 'uid' | 'taskId'>,
): AssignedRole {
  return { ...place, resourceName: role, resourceKey: null, resourceKind: kind, unitsPercent, workMinutes };
}
