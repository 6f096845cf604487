/** A task as a node: what it is part of. */
export interface OutlineNode {
  readonly uid: number;
  readonly parentUid: number | null;
}

export interface TaskLink {
  readonly predecessorUid: number;
  readonly successorUid: number;
}

/** Beyond this many steps the search for the fewest links to drop is given up and all links of the knot are dropped. */
const MAX_STEPS = 20_000_000;

/**
 * Indexes of the links that would close a circle when links are taken in the given order. Every task has an entry and
 * an exit; a summary's entry leads to its parts' entries and their exits to its exit, so that a link to a summary
 * counts for everything in it. The type of a link makes no difference, as in Microsoft Project.
 */
export function linksThatCloseCircles(
  links: readonly TaskLink[],
  tasks: readonly OutlineNode[],
): ReadonlySet<number> {
  const graph = new Graph(tasks);
  const knots = graph.knots(links);
  const dropped = new Set<number>();
  const tied = links.flatMap((link, index) => (knots.tie(link) ? [index] : []));
  let steps = 0;
  for (const index of tied) {
    const link = links[index]!;
    const reach = graph.reaches(
      graph.entry(link.successorUid),
      graph.exit(link.predecessorUid),
      MAX_STEPS - steps,
    );
    steps += reach.steps;
    if (reach.found) dropped.add(index);
    else graph.connect(link);
  }
  return dropped;
}

class Graph {
  private readonly indexOf = new Map<number, number>();
  private readonly edges: number[][] = [];

  constructor(tasks: readonly OutlineNode[]) {
    for (const task of tasks) {
      this.indexOf.set(task.uid, this.edges.length / 2);
      this.edges.push([], []);
      this.edges[this.entry(task.uid)]!.push(this.exit(task.uid));
    }
    for (const task of tasks) {
      if (task.parentUid === null) continue;
      this.edges[this.entry(task.parentUid)]!.push(this.entry(task.uid));
      this.edges[this.exit(task.uid)]!.push(this.exit(task.parentUid));
    }
  }

  entry(uid: number): number {
    return this.indexOf.get(uid)! * 2;
  }

  exit(uid: number): number {
    return this.entry(uid) + 1;
  }

  connect(link: TaskLink): void {
    this.edges[this.exit(link.predecessorUid)]!.push(this.entry(link.successorUid));
  }

  /** Whether a way leads from one node to another; out of steps counts as yes. */
  reaches(from: number, to: number, maxSteps: number): { found: boolean; steps: number } {
    const seen = new Set([from]);
    const stack = [from];
    let steps = 0;
    for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
      if (node === to || steps > maxSteps) return { found: true, steps };
      for (const next of this.edges[node]!) {
        steps += 1;
        if (!seen.has(next)) {
          seen.add(next);
          stack.push(next);
        }
      }
    }
    return { found: false, steps };
  }

  /**
   * Which links lie inside a knot (strongly connected part) when all links are taken; all others are connected here
   * and now, since none of them can close a circle.
   */
  knots(links: readonly TaskLink[]): { tie(link: TaskLink): boolean } {
    const all = this.edges.map((edges) => [...edges]);
    for (const link of links) all[this.exit(link.predecessorUid)]!.push(this.entry(link.successorUid));
    const knot = strongComponents(all);
    const tie = (link: TaskLink): boolean =>
      knot[this.exit(link.predecessorUid)] === knot[this.entry(link.successorUid)];
    for (const link of links) if (!tie(link)) this.connect(link);
    return { tie };
  }
}

/** Tarjan's strongly connected components, without recursion. Gives the number of its component for each node. */
function strongComponents(edges: readonly (readonly number[])[]): Int32Array {
  const size = edges.length;
  const order = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const component = new Int32Array(size).fill(-1);
  const cursor = new Int32Array(size);
  const path: number[] = [];
  const stack: number[] = [];
  let clock = 0;
  let components = 0;
  const enter = (node: number): void => {
    order[node] = low[node] = clock++;
    path.push(node);
    stack.push(node);
  };
  const leave = (node: number): void => {
    path.pop();
    const parent = path.at(-1);
    if (parent !== undefined) low[parent] = Math.min(low[parent]!, low[node]!);
    if (low[node] !== order[node]) return;
    for (let member = stack.pop()!; ; member = stack.pop()!) {
      component[member] = components;
      if (member === node) break;
    }
    components += 1;
  };
  for (let root = 0; root < size; root++) {
    if (order[root] !== -1) continue;
    enter(root);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const next = edges[node]![cursor[node]!++];
      if (next === undefined) leave(node);
      else if (order[next] === -1) enter(next);
      else if (component[next] === -1) low[node] = Math.min(low[node]!, order[next]!);
    }
  }
  return component;
}
