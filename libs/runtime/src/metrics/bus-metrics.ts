import { Counter, Gauge } from 'prom-client';
import type { Registry } from 'prom-client';

/** What the bus counts: plain numbers, and the answers it gave by status. */
type Figures = Readonly<Record<string, number | Readonly<Record<string, number>>>>;

/** Figures of this moment; all others only grow. */
const MOMENTARY = new Set(['inFlight', 'lastDelayMs', 'requestsRunning', 'requestsWaiting']);

/** Shows each figure of the bus as a metric: `gaps` as `meridian_bus_gaps_total`, the answers with a `status`. */
export function showBusFigures(registry: Registry, figures: () => object): void {
  const current = figures as () => Figures;
  for (const [figure, first] of Object.entries(current())) {
    const read = () => current()[figure]!;
    if (typeof first !== 'number')
      showByStatus(registry, figure, read as () => Readonly<Record<string, number>>);
    else if (MOMENTARY.has(figure)) showMomentary(registry, figure, read as () => number);
    else showGrowing(registry, figure, read as () => number);
  }
}

/** How long the oldest event has been waiting for the broker; nothing while the database does not say. */
export function showBusLag(registry: Registry, lagMs: () => Promise<number | null>): void {
  new Gauge({
    name: 'meridian_bus_relay_lag_ms',
    help: 'Age of the oldest event that still waits for the broker, in milliseconds',
    registers: [registry],
    async collect() {
      const lag = await lagMs();
      if (lag === null) this.reset();
      else this.set(lag);
    },
  });
}

function showGrowing(registry: Registry, figure: string, read: () => number): void {
  new Counter({
    name: `meridian_bus_${snake(figure)}_total`,
    help: `Bus: ${words(figure)} since the start of the process`,
    registers: [registry],
    collect() {
      this.reset();
      this.inc(read());
    },
  });
}

function showMomentary(registry: Registry, figure: string, read: () => number): void {
  new Gauge({
    name: `meridian_bus_${snake(figure)}`,
    help: `Bus: ${words(figure)} at this moment`,
    registers: [registry],
    collect() {
      this.set(read());
    },
  });
}

function showByStatus(
  registry: Registry,
  figure: string,
  read: () => Readonly<Record<string, number>>,
): void {
  new Counter({
    name: `meridian_bus_${snake(figure)}_total`,
    help: `Bus: ${words(figure)} since the start of the process, by status`,
    labelNames: ['status'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [status, count] of Object.entries(read())) this.inc({ status }, count);
    },
  });
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`);
}

function words(name: string): string {
  return snake(name).replaceAll('_', ' ');
}
