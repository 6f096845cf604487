import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Arrivals, Stretch } from './arrivals.js';

/** What is asked for: new projects, or pages read one after the other. */
export type Load =
  | { readonly kind: 'commands'; readonly prefix: string }
  | { readonly kind: 'reads'; readonly paths: readonly string[] };

export interface GeneratorOrder {
  /** The gateway. */
  readonly url: string;
  /** Access tokens of the people who ask in turn. */
  readonly tokens: readonly string[];
  /** Connections, kept and used again; no more are ever open. */
  readonly connections: number;
  readonly load: Load;
  readonly stretch: Stretch;
}

export interface Generator {
  readonly pid: number;
  play(order: GeneratorOrder): Promise<Arrivals>;
  end(): void;
}

/** Starts the load generator in a process of its own. */
export function startGenerator(): Generator {
  const file = fileURLToPath(new URL('./generator-process.js', import.meta.url));
  const child = fork(file, { serialization: 'advanced' });
  return {
    pid: child.pid!,
    async play(order) {
      child.send(order);
      const [answer] = (await once(child, 'message')) as [{ arrivals?: Arrivals; error?: string }];
      if (answer.arrivals === undefined) throw new Error(`The load generator failed: ${answer.error}`);
      return answer.arrivals;
    },
    end: () => child.disconnect(),
  };
}
