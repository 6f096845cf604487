import { Refusal } from '@meridian/refusal';
import type { Adjacency } from './compiled-problem.js';
import type { LevellingLink, LevellingProblem } from './problem.js';

interface LinkLayout {
  readonly predecessors: Adjacency;
  readonly successors: Adjacency;
  readonly topological: Int32Array;
}

/** Links as start-to-start distances, by successor and by predecessor, and an order that respects them all. */
export function layOutLinks(problem: LevellingProblem, duration: Int32Array): LinkLayout {
  const size = problem.tasks.length;
  const indexOf = new Map(problem.tasks.map(({ id }, index) => [id, index]));
  const from = Int32Array.from(problem.links, (link) => indexOf.get(link.from) as number);
  const to = Int32Array.from(problem.links, (link) => indexOf.get(link.to) as number);
  const weight = Int32Array.from(problem.links, (link, index) =>
    startDistance(link, duration[from[index] as number] as number, duration[to[index] as number] as number),
  );
  const predecessors = adjacency(size, to, from, weight);
  const successors = adjacency(size, from, to, weight);
  const topological = topologicalOrder(size, predecessors, successors);
  if (topological.length < size) throw circle(problem, topological);
  return { predecessors, successors, topological };
}

/** What a link asks of the starts, given both durations. */
export function startDistance(link: LevellingLink, fromDuration: number, toDuration: number): number {
  const lag = link.lagSlots ?? 0;
  switch (link.kind ?? 'FS') {
    case 'FS':
      return fromDuration + lag;
    case 'SS':
      return lag;
    case 'FF':
      return fromDuration + lag - toDuration;
    case 'SF':
      return lag - toDuration;
  }
}

function adjacency(size: number, of: Int32Array, other: Int32Array, weights: Int32Array): Adjacency {
  const first = new Int32Array(size + 1);
  for (const task of of) first[task + 1] = (first[task + 1] as number) + 1;
  for (let task = 0; task < size; task += 1)
    first[task + 1] = (first[task + 1] as number) + (first[task] as number);
  const next = first.slice();
  const task = new Int32Array(of.length);
  const weight = new Int32Array(of.length);
  const link = new Int32Array(of.length);
  of.forEach((owner, index) => {
    const place = next[owner] as number;
    next[owner] = place + 1;
    task[place] = other[index] as number;
    weight[place] = weights[index] as number;
    link[place] = index;
  });
  return { first, task, weight, link };
}

/** Kahn's algorithm; shorter than the problem when links go in a circle. */
function topologicalOrder(size: number, predecessors: Adjacency, successors: Adjacency): Int32Array {
  const waiting = new Int32Array(size);
  const order = new Int32Array(size);
  let found = 0;
  for (let task = 0; task < size; task += 1) {
    waiting[task] = (predecessors.first[task + 1] as number) - (predecessors.first[task] as number);
    if (waiting[task] === 0) order[found++] = task;
  }
  for (let done = 0; done < found; done += 1) {
    const task = order[done] as number;
    const end = successors.first[task + 1] as number;
    for (let at = successors.first[task] as number; at < end; at += 1) {
      const next = successors.task[at] as number;
      waiting[next] = (waiting[next] as number) - 1;
      if (waiting[next] === 0) order[found++] = next;
    }
  }
  return order.subarray(0, found);
}

function circle(problem: LevellingProblem, ordered: Int32Array): Refusal {
  const free = new Set(ordered);
  const waiting = problem.tasks.filter((_, index) => !free.has(index)).map(({ id }) => id);
  return new Refusal(
    'levelling/links-in-a-circle',
    `${waiting.length} tasks wait for each other in a circle; remove one of their links.`,
    { kind: 'unprocessable', details: { taskIds: waiting.slice(0, 20) } },
  );
}
