// What the harness starts instead of a service's main file: the same service, with a mistake in the code that it loads. The
// service itself knows nothing of it. Must import nothing that loads the bus, or the mistake would come too late.
import { register } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
import { plantNamed } from './plant-bank.js';
import { changesOf } from './plant.js';
import type { PlantedPart } from './plant.js';
import { MAIN_FILE, PLANT_NAME, PLANTED_PART } from './plant-environment.js';
import type { HookOrders } from './source-hooks.js';

const main = wanted(MAIN_FILE);
const changes = changesOf(plantNamed(wanted(PLANT_NAME)), wanted(PLANTED_PART) as PlantedPart);
const { port1: told, port2: port } = new MessageChannel();
told.unref();
const root = fileURLToPath(new URL('../../../..', import.meta.url)).replace(/[\\/]$/, '');
const data: HookOrders = { changes, root, port };
register('./source-hooks.js', { parentURL: import.meta.url, data, transferList: [port] });

process.argv[1] = main; // a service finds its migrations beside the file that was started
await import(pathToFileURL(main).href);
refuseUnplanted();

/** A mistake in a file that is never loaded would be found by nobody, for no fault of the harness. */
function refuseUnplanted(): void {
  const missing = new Set(changes.map(({ file }) => file));
  for (let one = receiveMessageOnPort(told); one !== undefined; one = receiveMessageOnPort(told)) {
    missing.delete(one.message as string);
  }
  if (missing.size === 0) return;
  process.stderr.write(`Nothing was planted in ${[...missing].join(', ')}: these files were not loaded.\n`);
  process.exit(1);
}

function wanted(name: string): string {
  const value = process.env[name];
  if (value === undefined || value === '') throw new Error(`${name} is not set; the harness sets it.`);
  return value;
}
