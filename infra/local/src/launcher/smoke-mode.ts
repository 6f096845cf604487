import { paint } from '../../set-up/report-step.mjs';
import type { Service } from './service.js';
import type { StartedHouse } from './start-house.js';

const GREEN = 32;
const RED = 31;

/**
 * Walks the main job against the started house, tells a line for each step on standard error and the result as one JSON
 * object on standard output, and answers whether everything held.
 */
export async function smokeMode(house: StartedHouse, corpusDir: string | undefined): Promise<boolean> {
  const { runSmoke } = await import('../smoke/run-smoke.js');
  const now = new Date().toISOString();
  const target = {
    gatewayUrl: house.url,
    tokenOf: house.tokenOf,
    today: now.slice(0, 10),
    stopService: (name: string) => named(house.services, name).stop(),
    startService: (name: string) => named(house.services, name).start(),
    corpusDir,
    progress: () => undefined,
  };
  const result = await runSmoke(target, now);
  for (const { step, holds, ms, reason } of result.steps) {
    const mark = holds ? paint('✔', GREEN) : paint('✖', RED);
    console.error(
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
