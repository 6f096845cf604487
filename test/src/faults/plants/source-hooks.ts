import { pathToFileURL } from 'node:url';
import type { MessagePort } from 'node:worker_threads';
import { changedSource } from './changed-source.js';
import type { Change } from './plant.js';

/** What the hooks are told when they are registered. */
export interface HookOrders {
  readonly changes: readonly Change[];
  /** Root of the repository. */
  readonly root: string;
  /** Told each file that was changed. */
  readonly port: MessagePort;
}

interface Loaded {
  readonly format: string;
  readonly source?: string | ArrayBuffer | NodeJS.TypedArray;
  readonly shortCircuit?: boolean;
}

type NextLoad = (url: string, context: object) => Promise<Loaded>;

let orders: HookOrders | undefined;

/** Called by Node in the thread of the hooks. */
export function initialize(given: HookOrders): void {
  orders = given;
}

/** Called by Node for every module: the text of those that a plant concerns is changed on the way. */
export async function load(url: string, context: object, nextLoad: NextLoad): Promise<Loaded> {
  const loaded = await nextLoad(url, context);
  const changes = orders?.changes.filter(({ file }) => pathToFileURL(`${orders?.root}/${file}`).href === url);
  if (orders === undefined || changes === undefined || changes.length === 0) return loaded;
  const source = changedSource(Buffer.from(loaded.source as Uint8Array).toString('utf8'), changes);
  for (const file of new Set(changes.map((change) => change.file))) orders.port.postMessage(file);
  return { ...loaded, source };
}
