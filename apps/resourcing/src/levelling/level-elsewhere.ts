import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Objective } from '@meridian/levelling';
import type { LevellingInput } from '../domain/levelling/levelling-input.js';
import type { LevellingEnd, SolverProgress, SolverQuestion, SolverReply } from './solver-message.js';

export interface LevellingOrder {
  readonly input: LevellingInput;
  readonly objective: Objective;
  readonly forMs: number;
  readonly threads: number | undefined;
  /** Ends the process at once. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: SolverProgress) => void;
}

const PROGRAM = fileURLToPath(new URL('./solver-process.js', import.meta.url));

/** What was asked for cannot be levelled; the message is for the person who asked. */
export class CannotLevel extends Error {}

/** A levelling in a process of its own, which is gone when it ends or is wanted no more. */
export function levelElsewhere(order: LevellingOrder): Promise<LevellingEnd> {
  const { input, objective, forMs, threads, signal, onProgress } = order;
  const child = fork(PROGRAM, {
    env: { PATH: process.env['PATH'] },
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const stop = () => child.kill('SIGKILL');
  if (signal.aborted) stop();
  signal.addEventListener('abort', stop, { once: true });
  const ask = (question: SolverQuestion) => child.send(question, () => undefined);
  const ended = new Promise<LevellingEnd>((resolve, reject) => {
    child.on('message', (reply: SolverReply) => {
      if (reply.kind === 'started') ask({ kind: 'level', input, objective, forMs });
      if (reply.kind === 'improved') onProgress(reply.progress);
      if (reply.kind === 'levelled') resolve(reply.end);
      if (reply.kind === 'failed')
        reject(reply.isRefusal ? new CannotLevel(reply.sentence) : new Error(reply.sentence));
    });
    child.on('error', reject);
    child.on('exit', (code, killedBy) => reject(new Error(`The solver ended with ${killedBy ?? code}.`)));
    ask({ kind: 'start', ...(threads === undefined ? {} : { threads }) });
  });
  return ended.finally(() => {
    signal.removeEventListener('abort', stop);
    if (child.connected) child.disconnect();
  });
}
