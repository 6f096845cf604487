import type { LevellingLink, LevellingProblem, LevellingTask, Pool } from '@meridian/levelling';

/**
 * Reads a single-mode instance of PSPLIB (Kolisch and Sprecher 1996, `.sm`). Super source and sink stay in it as
 * milestones, so that numbers are those of the file.
 */
export function readPsplib(text: string): LevellingProblem {
  const lines = text.split(/\r?\n/);
  const below = (title: string, skip: number) => {
    const at = lines.findIndex((line) => line.startsWith(title));
    if (at < 0) throw new Error(`The file has no section "${title}".`);
    const rows = lines.slice(at + skip);
    const end = rows.findIndex((line) => line.startsWith('*'));
    return rows
      .slice(0, end < 0 ? undefined : end)
      .map(numbers)
      .filter((row) => row.length > 0);
  };
  const precedence = below('PRECEDENCE RELATIONS', 2);
  const requests = below('REQUESTS/DURATIONS', 3);
  const capacities = below('RESOURCEAVAILABILITIES', 2)[0] ?? [];
  const pools = capacities.map((capacity, index): Pool => ({ id: `R${index + 1}`, capacity }));
  const tasks = requests.map(([id, , duration, ...units]): LevellingTask => ({
    id: String(id),
    durationSlots: duration as number,
    needs: pools.flatMap(({ id: poolId }, index) => {
      const asked = units[index] ?? 0;
      return asked > 0 ? [{ poolId, units: asked }] : [];
    }),
  }));
  const links = precedence.flatMap(([id, , , ...successors]) =>
    successors.map((to): LevellingLink => ({ from: String(id), to: String(to) })),
  );
  if (precedence.length !== tasks.length)
    throw new Error(`The file links ${precedence.length} jobs and describes ${tasks.length}.`);
  return { tasks, links, pools };
}

function numbers(line: string): number[] {
  return line.trim().split(/\s+/).filter(Boolean).map(Number);
}
