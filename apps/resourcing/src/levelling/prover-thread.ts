import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parentPort } from 'node:worker_threads';
import type { ProverMessage } from './prover-message.js';
import { ownThreadPath } from './thread-clock.js';

/**
 * Runs the worker script of the `minizinc` package, which is written for browsers, in a thread of Node: gives it the
 * globals of a browser's worker and, because its file loader asks for them, those of a CommonJS module. The package's
 * own entry for Node wants MiniZinc installed on the machine; its WebAssembly does not.
 */
const require = createRequire(import.meta.url);
const script = require.resolve('minizinc/minizinc-worker.js');
Object.assign(globalThis, {
  require,
  __dirname: dirname(script),
  addEventListener: (_event: 'message', listener: (event: { data: unknown }) => void) =>
    parentPort?.on('message', (data: unknown) => listener({ data })),
  postMessage: (message: ProverMessage) => parentPort?.postMessage(message),
});
await import(pathToFileURL(script).href);
parentPort?.postMessage({ type: 'loaded', threadPath: ownThreadPath() } satisfies ProverMessage);
