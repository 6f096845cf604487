import type { StoredTask } from '../plan/stored-plan.js';
import { endOf, newLine, placeOf } from '../recurring/recurring-lines.js';
import type { TemplateTask } from '../template/template-content.js';
import type { Taking } from './take-lines.js';

/** The outline of a plan while lines of a later version of its template come and go. */
export class OutlineOfVersion {
  readonly idOf: Map<string, string>;
  private readonly later: ReadonlyMap<string, TemplateTask>;

  constructor(
    public tasks: readonly StoredTask[],
    private readonly taking: Taking,
  ) {
    this.idOf = new Map([...taking.keys].map(([taskId, key]) => [key, taskId]));
    this.later = new Map(taking.later.tasks.map((task) => [task.key, task]));
  }

  /** A line goes; what stood below it stands where it stood. */
  remove(taskId: string): void {
    const gone = this.tasks.find((task) => task.taskId === taskId);
    if (gone === undefined) return;
    this.tasks = this.tasks
      .filter((task) => task !== gone)
      .map((task) => (task.parentTaskId === taskId ? { ...task, parentTaskId: gone.parentTaskId } : task));
    this.idOf.delete(this.taking.keys.get(taskId)!);
  }

  /** A line comes, with the key of the template as its GUID, behind what stands before it in the template. */
  add(task: TemplateTask, nextUid: () => number): void {
    const { planVersion, newId } = this.taking;
    const place = placeOf(this.tasks, { parentTaskId: this.summaryFor(task) });
    const line = {
      ...newLine(newId, nextUid, { ...place, planVersion }),
      guid: task.key,
      name: task.name,
      isSummary: task.isSummary,
      isRecurring: task.isRecurring ?? false,
    };
    this.put([line], task);
    this.idOf.set(task.key, line.taskId);
  }

  /** A line with all that is below it stands where the template has it, unless that is within itself. */
  move(task: TemplateTask): void {
    const taskId = this.idOf.get(task.key);
    const at = this.tasks.findIndex((line) => line.taskId === taskId);
    if (taskId === undefined || at === -1) return;
    const block = this.tasks.slice(at, endOf(this.tasks, taskId));
    const parentTaskId = this.summaryFor(task);
    if (block.some((line) => line.taskId === parentTaskId)) return;
    this.tasks = this.tasks.filter((line) => !block.includes(line));
    const { wbs } = placeOf(this.tasks, { parentTaskId });
    const [head, ...below] = block as [StoredTask, ...StoredTask[]];
    this.put([{ ...head, parentTaskId, wbs, version: head.version + 1 }, ...below], task);
  }

  /** The nearest summary above it in the template that is here and takes lines. */
  private summaryFor({ parentKey }: TemplateTask): string | null {
    for (let key = parentKey; key !== null; key = this.later.get(key)?.parentKey ?? null) {
      const here = this.tasks.find(({ taskId }) => taskId === this.idOf.get(key));
      if (here?.isSummary && here.isActive && !here.isRecurring) return here.taskId;
    }
    return null;
  }

  private put(lines: readonly StoredTask[], { key, parentKey }: TemplateTask): void {
    const { tasks: outline } = this.taking.later;
    const before = outline
      .slice(
        0,
        outline.findIndex((task) => task.key === key),
      )
      .filter((task) => task.parentKey === parentKey)
      .map((task) => this.idOf.get(task.key))
      .findLast((id) => this.tasks.some(({ taskId }) => taskId === id));
    const parent = lines[0]!.parentTaskId;
    const under = this.tasks.findIndex(({ taskId }) => taskId === parent) + 1;
    const isBeside = this.tasks.some((task) => task.taskId === before && task.parentTaskId === parent);
    const at = before !== undefined && isBeside ? endOf(this.tasks, before) : under;
    this.tasks = [...this.tasks.slice(0, at), ...lines, ...this.tasks.slice(at)];
  }
}
