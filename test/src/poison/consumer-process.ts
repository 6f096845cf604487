import 'reflect-metadata';
import { startBus } from '@meridian/bus';
import type { BusLog } from '@meridian/bus';
import { PgDatabase } from '@meridian/testing';
import type { ConsumerSettings } from './consumer-apart.js';
import { poisonedReaction } from './poisoned-reaction.js';

// The consumer in a process of its own, as every service is. Its first message says where its stores are, the second one mends it.
process.once('message', (settings: ConsumerSettings) => void serve(settings));

async function serve(settings: ConsumerSettings): Promise<void> {
  const database = new PgDatabase(settings.databaseUrl);
  const state = { isMended: false };
  const handlers = [poisonedReaction(state)];
  const bus = await startBus({ service: 'budgeting', database, handlers, settings, log });
  process.once('message', () => {
    state.isMended = true;
    process.send?.('mended');
  });
  process.once('disconnect', () => void bus.close().finally(() => database.close()));
  process.send?.('ready');
}

/** Poison is what it is given. */
const log: BusLog = { warn: () => undefined, error: () => undefined };
