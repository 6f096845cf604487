import type { SharedWork } from '@meridian/bus';
import type { Tx } from './database.js';

/** Progress of many tasks in one transaction, written in one statement: of each task what was told last. */
export class ProgressWork implements SharedWork {
  readonly #percentComplete = new Map<string, number>();

  static open(tx: Tx): Promise<ProgressWork> {
    return Promise.resolve(new ProgressWork(tx));
  }

  private constructor(private readonly tx: Tx) {}

  keep(taskId: string, percentComplete: number): void {
    this.#percentComplete.set(taskId.toLowerCase(), percentComplete);
  }

  async flush(): Promise<void> {
    if (this.#percentComplete.size === 0) return;
    await this.tx.$executeRaw`
      UPDATE planned_task SET percent_complete = told.percent_complete
      FROM unnest(${[...this.#percentComplete.keys()]}::uuid[], ${[...this.#percentComplete.values()]}::integer[])
        AS told (task_id, percent_complete)
      WHERE planned_task.task_id = told.task_id`;
  }
}
