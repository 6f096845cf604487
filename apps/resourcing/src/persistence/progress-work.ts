import type { SharedWork } from '@meridian/bus';
import type { TaskProgressed } from '@meridian/contracts-projects';
import type { Tx } from './database.js';

/** Progress of many tasks in one transaction, written in two statements: what was told last, and all that was told. */
export class ProgressWork implements SharedWork {
  readonly #reports: TaskProgressed[] = [];

  static open(tx: Tx): Promise<ProgressWork> {
    return Promise.resolve(new ProgressWork(tx));
  }

  private constructor(private readonly tx: Tx) {}

  keep(report: TaskProgressed): void {
    this.#reports.push(report);
  }

  async flush(): Promise<void> {
    if (this.#reports.length === 0) return;
    const last = new Map(this.#reports.map((told) => [told.taskId.toLowerCase(), told.percentComplete]));
    await this.tx.$executeRaw`
      UPDATE planned_task SET percent_complete = told.percent_complete
      FROM unnest(${[...last.keys()]}::uuid[], ${[...last.values()]}::integer[]) AS told (task_id, percent_complete)
      WHERE planned_task.task_id = told.task_id`;
    await this.tx.taskReport.createMany({
      data: this.#reports.map(({ taskId, percentComplete, asOf, actualStart, actualFinish }) => ({
        taskId,
        percentComplete,
        asOf,
        actualStart: actualStart ?? null,
        actualFinish: actualFinish ?? null,
      })),
    });
  }
}
