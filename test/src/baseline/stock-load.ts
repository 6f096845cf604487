import { setTimeout as pause } from 'node:timers/promises';
import type { CommandCall, CommandLog } from '../faults/command-log.js';

export const BUILT = 'built';
export const INVOICED = 'invoiced';
const TASKS = ['task-1', 'task-2', 'task-3', 'task-4'] as const;
const BREATH_MS = 60;

/** The clients of the house, as far as the stock application knows their commands: each sends one at a time. */
export class StockLoad {
  #isOver = false;
  readonly #lanes: Promise<void>[];

  /** Commands are numbered from `firstTurn`; what they name is named once. */
  constructor(log: CommandLog, firstTurn: number) {
    const lane = async (next: (turn: number) => CommandCall): Promise<void> => {
      for (let turn = firstTurn; !this.#isOver; turn += 1) {
        await log.send(next(turn));
        await pause(BREATH_MS);
      }
    };
    this.#lanes = [
      ...TASKS.map((taskId) => lane((turn) => progress(taskId, turn))),
      lane((turn) => cost('cost', BUILT, `voucher ${turn}`, 1_000 + (turn % 1_000))),
      lane((turn) => cost('invoice', INVOICED, `INV-${turn}`, 100 + (turn % 1_000))),
    ];
  }

  /** Lets everybody finish what they began, unknown outcomes included. */
  async stop(): Promise<void> {
    this.#isOver = true;
    await Promise.all(this.#lanes);
  }
}

export function cost(kind: string, projectId: string, reference: string, amountMinor: number): CommandCall {
  return {
    kind,
    handle: '',
    method: 'POST',
    path: `/projects/${projectId}/costs`,
    body: { amountMinor: String(amountMinor), reference },
  };
}

function progress(taskId: string, turn: number): CommandCall {
  return {
    kind: 'progress',
    handle: '',
    method: 'PATCH',
    path: `/projects/${BUILT}/tasks/${taskId}/progress`,
    body: { percentComplete: 1 + (turn % 99), reference: `${taskId} report ${turn}` },
  };
}
