import type { LevellingLink, LevellingTask } from '@meridian/levelling';
import { groupedBy } from './grouped-by.js';
import type { InputLink, InputTask, SharedMilestone } from './levelling-input.js';
import type { TaskPlace } from './task-places.js';

const DAY_MINUTES = 480;

interface LinkedWork {
  readonly tasks: readonly InputTask[];
  readonly places: ReadonlyMap<string, TaskPlace>;
  readonly sharedMilestones: readonly SharedMilestone[];
}

/**
 * What waits for what, in working days. A link never asks for more than the plan itself keeps (tasks of hours share
 * days), so that the plan as it is breaks none. Summaries are linked through marks of their own: an `end` after all
 * work in them, a `start` before it. Returns the links and those marks.
 */
export function levellingLinks(work: LinkedWork): { links: LevellingLink[]; marks: LevellingTask[] } {
  const web = new LinkWeb(work.places);
  const byProject = groupedBy(work.tasks, ({ projectId }) => projectId);
  for (const tasks of byProject.values()) {
    if (tasks.every(({ predecessors }) => predecessors === null)) web.keepOrder(tasks);
    else web.linkAsPlanned(tasks);
  }
  for (const { milestoneId, sharedWith } of work.sharedMilestones)
    for (const projectId of sharedWith) web.waitFor(milestoneId, byProject.get(projectId) ?? []);
  return web;
}

class LinkWeb {
  readonly links: LevellingLink[] = [];
  readonly marks: LevellingTask[] = [];
  readonly #places: Map<string, TaskPlace>;

  constructor(places: ReadonlyMap<string, TaskPlace>) {
    this.#places = new Map(places);
  }

  linkAsPlanned(tasks: readonly InputTask[]): void {
    const summaries = new Summaries(tasks, this.#places);
    for (const task of tasks)
      for (const link of task.predecessors ?? []) {
        const { taskId: before } = link;
        const from = this.#places.has(before) ? before : this.#mark(summaries, before, 'end');
        const to = this.#places.has(task.taskId) ? task.taskId : this.#mark(summaries, task.taskId, 'start');
        if (from !== undefined && to !== undefined) this.#link(from, to, link);
      }
  }

  /** Links are not known: nothing starts before what was planned to be done by then. */
  keepOrder(tasks: readonly InputTask[]): void {
    const work = tasks.flatMap(({ taskId, projectId }) => {
      const place = this.#places.get(taskId);
      return place ? [{ taskId, projectId, ...place }] : [];
    });
    const starts = [...new Set(work.map(({ from }) => from))].sort((a, b) => a - b);
    let earlier: { readonly mark: string; readonly at: number } | undefined;
    for (const at of starts) {
      const mark = `${work[0]?.projectId ?? ''} day ${at}`;
      this.#addMark(mark, at);
      if (earlier) this.#link(earlier.mark, mark);
      const since = earlier?.at ?? -1;
      for (const { taskId, from, to } of work) {
        if (from < at && to <= at && to > since) this.#link(taskId, mark);
        if (from === at) this.#link(mark, taskId);
      }
      earlier = { mark, at };
    }
  }

  /** Everything that another project planned to start from the milestone on starts after it. */
  waitFor(milestoneId: string, tasks: readonly InputTask[]): void {
    const milestone = this.#places.get(milestoneId);
    if (!milestone) return;
    for (const { taskId } of tasks) {
      const place = this.#places.get(taskId);
      if (place && place.from >= milestone.to) this.#link(milestoneId, taskId);
    }
  }

  #link(from: string, to: string, { kind, lagMinutes }: Omit<InputLink, 'taskId'> = PLAIN): void {
    const earlier = this.#places.get(from);
    const later = this.#places.get(to);
    if (!earlier || !later || later.isFixed || from === to) return;
    const first = kind[0] === 'F' ? earlier.to : earlier.from;
    const second = kind[1] === 'F' ? later.to : later.from;
    const lagSlots = Math.min(Math.ceil(lagMinutes / DAY_MINUTES), second - first);
    this.links.push({ from, to, kind, lagSlots });
  }

  #mark(summaries: Summaries, summaryId: string, side: 'start' | 'end'): string | undefined {
    const inside = summaries.workIn(summaryId);
    const id = `${summaryId} ${side}`;
    if (inside.length === 0 || this.#places.has(id)) return inside.length === 0 ? undefined : id;
    const places = inside.map((taskId) => this.#places.get(taskId) as TaskPlace);
    const at = side === 'end' ? Math.max(...places.map((p) => p.to)) : Math.min(...places.map((p) => p.from));
    this.#addMark(id, at);
    for (const taskId of inside) {
      if (side === 'end') this.#link(taskId, id);
      else this.#link(id, taskId);
    }
    return id;
  }

  #addMark(id: string, at: number): void {
    this.#places.set(id, { from: at, to: at, isFixed: false });
    this.marks.push({ id, durationSlots: 0, needs: [], release: at });
  }
}

const PLAIN = { kind: 'FS', lagMinutes: 0 } as const;

/** The work below each summary. */
class Summaries {
  readonly #children: Map<string | null, InputTask[]>;
  readonly #places: ReadonlyMap<string, TaskPlace>;

  constructor(tasks: readonly InputTask[], places: ReadonlyMap<string, TaskPlace>) {
    this.#children = groupedBy(tasks, ({ parentTaskId }) => parentTaskId);
    this.#places = places;
  }

  workIn(summaryId: string): string[] {
    return (this.#children.get(summaryId) ?? []).flatMap(({ taskId }) =>
      this.#places.has(taskId) ? [taskId] : this.workIn(taskId),
    );
  }
}
