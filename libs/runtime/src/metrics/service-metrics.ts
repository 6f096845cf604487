import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { openPools } from '../database/open-pools.js';
import type { Readiness } from '../health/readiness.js';

/** The registry behind `/metrics`: the process, its event loop, its memory and its database connections. */
export function serviceMetrics(service: string, readiness: Readiness): Registry {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  new Gauge({
    name: 'meridian_database_connections',
    help: 'Database connections by state; waiting counts the callers that wait for one',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const pools = [...openPools];
      const sum = (count: (pool: (typeof pools)[number]) => number) =>
        pools.reduce((total, pool) => total + count(pool), 0);
      this.set(
        { state: 'busy' },
        sum((pool) => pool.totalCount - pool.idleCount),
      );
      this.set(
        { state: 'idle' },
        sum((pool) => pool.idleCount),
      );
      this.set(
        { state: 'waiting' },
        sum((pool) => pool.waitingCount),
      );
    },
  });
  new Gauge({
    name: 'meridian_ready',
    help: '1 when the service takes work, else 0',
    registers: [registry],
    async collect() {
      this.set((await readiness.report()).isReady ? 1 : 0);
    },
  });
  return registry;
}
