import type { LevellingLink, LevellingProblem, LevellingTask, Pool } from '@meridian/levelling';

/**
 * Reads a multi-project instance in RCMP form (MPSPLIB as published with the INSISOC benchmark): projects, resources
 * and capacities, then for each project its activities with release date, which resources it may use, and for each
 * activity duration, requirements and successors as `project:activity`.
 */
export function readMultiProject(text: string): LevellingProblem {
  const words = text.split(/\s+/).filter(Boolean);
  let at = 0;
  const word = () => {
    const found = words[at++];
    if (found === undefined) throw new Error('The file ends before its last project.');
    return found;
  };
  const number = () => Number(word());
  const projectCount = number();
  const poolCount = number();
  const pools = Array.from({ length: poolCount }, (_, index): Pool => ({
    id: `R${index + 1}`,
    capacity: number(),
  }));
  const tasks: LevellingTask[] = [];
  const links: LevellingLink[] = [];
  for (let project = 1; project <= projectCount; project += 1) {
    const activities = number();
    const release = number();
    at += poolCount; // which resources the project may use: its activities' needs say it again
    for (let activity = 1; activity <= activities; activity += 1) {
      const id = `${project}:${activity}`;
      const durationSlots = number();
      const needs = pools.flatMap(({ id: poolId }) => {
        const units = number();
        return units > 0 ? [{ poolId, units }] : [];
      });
      tasks.push({ id, projectId: String(project), durationSlots, needs, release });
      for (let successors = number(); successors > 0; successors -= 1) links.push({ from: id, to: word() });
    }
  }
  if (at !== words.length) throw new Error(`${words.length - at} words are left behind the last project.`);
  return { tasks, links, pools };
}
