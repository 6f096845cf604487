import { Refusal } from '@meridian/refusal';
import type { RefusalNote } from '@meridian/refusal';
import { parentPort } from 'node:worker_threads';
import { RiskKernel } from '../risk/risk-kernel.js';
import type { BlockAnswer, RiskModel } from '../risk/risk-model.js';

/** A model is sent once per simulation and thread; then its blocks are asked for, some at a time. */
export type RiskRequest =
  | { readonly kind: 'model'; readonly simulation: number; readonly model: RiskModel; readonly runs: number }
  | { readonly kind: 'blocks'; readonly simulation: number; readonly first: number; readonly end: number };

/** A refusal travels as its note: of an error, threads pass on the sentence only. */
export type RiskReply =
  | {
      readonly simulation: number;
      readonly first: number;
      readonly blocks: readonly BlockAnswer[];
    }
  | { readonly simulation: number; readonly error: unknown; readonly refusal?: RefusalNote };

let kernel: RiskKernel | undefined;
let runs = 0;

parentPort?.on('message', (request: RiskRequest) => {
  const { simulation } = request;
  try {
    if (request.kind === 'model') {
      kernel = new RiskKernel(request.model);
      runs = request.runs;
      return;
    }
    const blocks: BlockAnswer[] = [];
    for (let block = request.first; block < request.end; block++) blocks.push(kernel!.block(block, runs));
    reply({ simulation, first: request.first, blocks });
  } catch (error) {
    reply({ simulation, error, ...(error instanceof Refusal ? { refusal: error.toJSON() } : {}) });
  }
});

function reply(message: RiskReply): void {
  parentPort!.postMessage(message);
}
