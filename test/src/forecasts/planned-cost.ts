import type {
  ProTrackActivity,
  ProTrackAssignment,
  ProTrackProject,
  ProTrackResource,
} from './read-protrack.js';

/** What an activity costs when it takes so many working hours at the planned rates. */
export function costOver(project: ProTrackProject, activity: ProTrackActivity, hours: number): number {
  const resources = new Map(project.resources.map((resource) => [resource.id, resource]));
  return project.assignments
    .filter(({ activityId }) => activityId === activity.id)
    .reduce(
      (cost, assignment) => cost + assignedCost(resources.get(assignment.resourceId), assignment, hours),
      activity.fixedCost + activity.hourlyCost * hours,
    );
}

/** A consumable is paid once for its use; of what can be used again, each unit is. */
export function assignedCost(
  resource: ProTrackResource | undefined,
  { units, isFixed }: ProTrackAssignment,
  hours: number,
): number {
  if (resource === undefined) return 0;
  const overTime = units * resource.unitCost * (isFixed ? 1 : hours);
  return resource.useCost * (resource.isConsumable ? 1 : units) + overTime;
}
