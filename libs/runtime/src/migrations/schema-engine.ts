import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { engineAdapter } from './engine-adapter.js';
import type { RunScript } from './engine-adapter.js';
import { enginePool } from './engine-pool.js';

/** Node's own; the compiler knows it only together with a browser's names. */
declare const WebAssembly: {
  instantiate(
    binary: Uint8Array,
    imports: Record<string, object>,
  ): Promise<{ readonly instance: { readonly exports: Record<string, unknown> } }>;
};

type EngineModule = typeof import('@prisma/schema-engine-wasm/schema_engine_bg');

export interface EngineTarget {
  readonly url: string;
  readonly schema: string;
  readonly runScript: RunScript;
}

let loaded: Promise<EngineModule> | undefined;

/**
 * Does something with Prisma's schema engine on one connection, which is closed afterwards (the engine holds a lock on
 * it). The engine is WebAssembly: nothing is downloaded and nothing native is executed, so the same call works in a
 * slim image and on a machine without a network.
 */
export async function withSchemaEngine<T>(
  { url, schema, runScript }: EngineTarget,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loaded ??= load();
  const { SchemaEngine } = await loaded;
  const pool = enginePool(url, schema);
  const adapter = engineAdapter(pool, schema, runScript);
  const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
  try {
    return await work(engine);
  } finally {
    engine.free();
    await pool.end();
  }
}

async function load(): Promise<EngineModule> {
  const engine = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const script = import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const binary = await readFile(fileURLToPath(script.replace(/\.js$/, '.wasm')));
  const { instance } = await WebAssembly.instantiate(binary, {
    './schema_engine_bg.js': withoutWaiting(engine),
  });
  engine.__wbg_set_wasm(instance.exports);
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: tellBreakdown } });
  (instance.exports['__wbindgen_start'] as () => void)();
  return engine;
}

/** Called before the engine's code traps, which ends the process with an error that says nothing. */
function tellBreakdown(message: string): void {
  process.emitWarning(`The schema engine broke down: ${message}`);
}

/** The engine leaves the timer of its lock running; it must not keep a finished process alive for ten seconds. */
function withoutWaiting(engine: EngineModule): Record<string, unknown> {
  const entries = Object.entries(engine).map(([name, value]): [string, unknown] => [
    name,
    name.startsWith('__wbg_setTimeout')
      ? (callback: () => void, waitMs: number) => setTimeout(callback, waitMs >>> 0).unref()
      : value,
  ]);
  return Object.fromEntries(entries);
}
