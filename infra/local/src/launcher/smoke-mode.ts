import { paint } from '../../set-up/report-step.mjs';
import type { Running } from './data-folder.js';
import type { Service } from './service.js';
import { tokensFrom } from './tokens.js';

const GREEN = 32;
const RED = 31;

interface StartedHouse {
  readonly running: Running;
  readonly services: ReadonlyMap<string, Service>;
  readonly corpusDir: string | undefined;
}

/**
 * Walks the main job against the started house, prints a line for each step and the result as one line of JSON, and
 * answers whether everything held.
 */
export async function smokeMode({ running, services, corpusDir }: StartedHouse): Promise<boolean> {
  const { runSmoke } = await import('../smoke/run-smoke.js');
  const now = new Date().toISOString();
  const target = {
    gatewayUrl: running.url,
    tokenOf: tokensFrom(running.issuer),
    today: now.slice(0, 10),
    stopService: (name: string) => named(services, name).stop(),
    startService: (name: string) => named(services, name).start(),
    corpusDir,
    progress: () => undefined,
  };
  const result = await runSmoke(target, now);
  for (const { step, holds, ms, reason } of result.steps) {
    const mark = holds ? paint('✔', GREEN) : paint('✖', RED);
    console.log(
      `  ${mark} ${step.padEnd(40)} ${(ms / 1000).toFixed(1).padStart(6)} s  ${reason ?? ''}`.trimEnd(),
    );
  }
  console.log(JSON.stringify(result));
  return result.holds;
}

function named(services: ReadonlyMap<string, Service>, name: string): Service {
  const service = services.get(name);
  if (service === undefined) throw new Error(`"${name}" is none of ${[...services.keys()].join(', ')}.`);
  return service;
}
