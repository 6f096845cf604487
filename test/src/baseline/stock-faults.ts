import type { StartedHouse } from '@meridian/local';
import { eventually } from '@meridian/testing';
import type { Chance } from '../faults/chance.js';
import type { FaultKind, FaultStep } from '../faults/fault-plan.js';
import { SERVICES } from '../faults/recovery.js';
import type { DataDisk } from '../faults/strikes/data-disk.js';
import { strikeInTurn } from '../faults/strikes/every-fault.js';
import { OldMessages } from '../faults/strikes/old-messages.js';
import type { Processes } from '../faults/strikes/processes.js';
import type { Scene } from '../faults/strikes/scene.js';
import { deploy } from '../faults/strikes/services.js';
import { STOCK_SERVICES } from './build-application.js';
import type { StockService } from './build-application.js';
import type { EventTap, WireEvent } from './event-tap.js';
import { garbage } from './stock-garbage.js';
import type { StockHouse } from './stock-house.js';

export interface StockScene {
  /** As the faults of the house see it. */
  readonly scene: Scene;
  readonly tap: EventTap;
  /** A project that has a budget. */
  readonly projectId: string;
}

const SAME_AS_THE_HOUSE = [
  'service killed',
  'service paused',
  'service restarted',
  'broker killed',
  'broker paused',
  'broker restarted',
  'broker disk deleted',
  'database restarted fast',
  'database restarted immediately',
  'database killed',
  'database sessions ended',
  'connections reset',
  'connections half open',
  'connections stalled',
  'connections slow',
  'disk full',
] as const satisfies readonly FaultKind[];

const PATIENCE_MS = 20_000;
const MOST_AGAIN = 60;
const MOST_GARBAGE = 12;

/** Whether a kind of fault can happen to the stock application. */
export function happensToStock(kind: FaultKind): boolean {
  return kind in OF_ITS_OWN || SAME_AS_THE_HOUSE.some((same) => same === kind);
}

/** Lets a fault of the house's plan happen to the stock application; answers the proof that it took effect. */
export function strikeStock(stock: StockScene, step: FaultStep, chance: Chance): Promise<string> {
  const own = OF_ITS_OWN[step.kind];
  if (own !== undefined) return own(stock, chance);
  return strikeInTurn({ scene: stock.scene, step: { ...step, service: playedBy(step.service) }, chance });
}

/** What meets one of the eight services of the house meets one of the two here. */
export function playedBy(service: string): StockService {
  return (SERVICES as readonly string[]).indexOf(service) % 2 === 0 ? 'projects' : 'budgeting';
}

/** The stock application as the faults of the house see it. */
export function stockScene(stock: StockHouse, processes: Processes, disk: DataDisk | undefined): Scene {
  const { folder, links } = stock;
  return {
    house: asHouse(stock),
    folder,
    links,
    processes,
    disk,
    old: new OldMessages(),
  };
}

type OwnFault = (stock: StockScene, chance: Chance) => Promise<string>;

const OF_ITS_OWN: Partial<Record<FaultKind, OwnFault>> = {
  'all services restarted in turn': restartInTurn,
  'old messages again': publishAgain,
  'garbage on event subjects': publishGarbage,
};

async function restartInTurn({ scene }: StockScene, chance: Chance): Promise<string> {
  await deploy(scene, chance.shuffled(STOCK_SERVICES), 1, () => undefined);
  return 'both processes are others';
}

function publishAgain({ tap }: StockScene, chance: Chance): Promise<string> {
  if (tap.heard.length === 0) throw new Error('no old message is known');
  const count = chance.between(1, MOST_AGAIN);
  return publish(
    tap,
    Array.from({ length: count }, () => chance.pick(tap.heard)),
  );
}

function publishGarbage({ tap, projectId }: StockScene, chance: Chance): Promise<string> {
  const count = chance.between(1, MOST_GARBAGE);
  return publish(
    tap,
    Array.from({ length: count }, () => garbage(chance, projectId)),
  );
}

function publish(tap: EventTap, messages: readonly WireEvent[]): Promise<string> {
  return eventually(
    async () => {
      await tap.publish(messages);
      return `${messages.length} taken by the broker`;
    },
    { timeoutMs: PATIENCE_MS, everyMs: 100 },
  );
}

/** As much of a started house as faults look at. */
function asHouse({ postgres, nats, services, urls, databaseUrls }: StockHouse): StartedHouse {
  const running = Object.fromEntries(
    Object.entries(urls).map(([name, healthUrl]) => [name, { healthUrl, environment: {} }]),
  );
  return {
    url: urls.projects,
    issuer: '',
    running: { pid: process.pid, url: urls.projects, issuer: '', services: running },
    services,
    databaseUrls,
    postgres,
    nats,
    tokenOf: () => Promise.resolve(''),
  };
}
