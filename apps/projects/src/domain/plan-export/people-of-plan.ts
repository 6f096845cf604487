import { BLANK_ASSIGNMENT, BLANK_RESOURCE } from '../plan-file/blank-people.js';
import type { PlanFile } from '../plan-file/plan-file.js';
import type { ResourceType } from '../plan-file/plan-resource.js';
import type { AdoptedPlan } from './plan-file-of-plan.js';
import type { WrittenSplit } from './split-of-plan.js';

type People = Pick<PlanFile, 'resources' | 'assignments'>;

/**
 * Who works on what. People are known by what they are recognised by, else by their names. Files tell a split in the work of
 * a task: where nobody has been given it, in work that waits for somebody.
 */
export function peopleOfPlan(
  { assignments, tasks }: Pick<AdoptedPlan, 'assignments' | 'tasks'>,
  uids: ReadonlyMap<string, number>,
  splits: ReadonlyMap<string, WrittenSplit>,
): People {
  const uidOf = new Map<string, number>();
  const resources: PlanFile['resources'][number][] = [];
  const timePhased = (taskId: string) => splits.get(taskId)?.timePhased ?? [];
  const taken: PlanFile['assignments'][number][] = assignments.map((assignment, at) => {
    const { resourceName: name, resourceKey, resourceKind, taskId } = assignment;
    const key = `${resourceKind} ${resourceKey ?? name}`;
    if (!uidOf.has(key)) {
      const uid = uidOf.size + 1;
      uidOf.set(key, uid);
      const isMail = resourceKey?.includes('@') === true;
      const known = isMail ? { email: resourceKey } : { code: resourceKey };
      resources.push({ ...BLANK_RESOURCE, ...known, uid, id: uid, name, type: resourceKind as ResourceType });
    }
    return {
      ...BLANK_ASSIGNMENT,
      uid: at + 1,
      taskUid: uids.get(taskId)!,
      resourceUid: uidOf.get(key)!,
      units: assignment.unitsPercent / 100,
      workMinutes: assignment.workMinutes,
      timePhased: timePhased(taskId),
    };
  });
  const staffed = new Set(assignments.map(({ taskId }) => taskId));
  const open = tasks.filter(({ taskId }) => !staffed.has(taskId) && timePhased(taskId).length > 0);
  const waiting = open.map(({ taskId, workMinutes }, at) => ({
    ...BLANK_ASSIGNMENT,
    uid: taken.length + at + 1,
    taskUid: uids.get(taskId)!,
    resourceUid: null,
    units: 1,
    workMinutes,
    timePhased: timePhased(taskId),
  }));
  return { resources, assignments: [...taken, ...waiting] };
}
