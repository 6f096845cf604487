import { ROLLING } from '../fault-plan.js';
import type { FaultKind, FaultStep } from '../fault-plan.js';
import { rollVersions } from '../versions/roll-versions.js';
import { deleteBrokerDisk, killBroker, pauseBroker, restartBroker } from './broker.js';
import { turnDatabaseClock, turnServiceClock } from './clocks.js';
import { halfOpenConnections, resetConnections, slowConnections, stallConnections } from './connections.js';
import { endSessions, killDatabase, restartDatabaseFast, restartDatabaseImmediately } from './database.js';
import { fillDisk } from './full-disk.js';
import { publishAgain, publishGarbage } from './messages.js';
import type { Fault, Strike } from './scene.js';
import { killService, pauseService, restartAllInTurn, restartService } from './services.js';

/** What each kind of fault does. */
export const EVERY_FAULT: Readonly<Record<FaultKind, Fault>> = {
  'service killed': killService,
  'service paused': pauseService,
  'service restarted': restartService,
  'all services restarted in turn': restartAllInTurn,
  'broker killed': killBroker,
  'broker paused': pauseBroker,
  'broker restarted': restartBroker,
  'broker disk deleted': deleteBrokerDisk,
  'database restarted fast': restartDatabaseFast,
  'database restarted immediately': restartDatabaseImmediately,
  'database killed': killDatabase,
  'database sessions ended': endSessions,
  'connections reset': resetConnections,
  'connections half open': halfOpenConnections,
  'connections stalled': stallConnections,
  'connections slow': slowConnections,
  'old messages again': publishAgain,
  'garbage on event subjects': publishGarbage,
  'disk full': fillDisk,
  'clock of a service wrong': turnServiceClock,
  'clock of the database wrong': turnDatabaseClock,
  [ROLLING]: rollVersions,
};

/** Lets the fault of a step happen as soon as nothing of what it takes bears another one. Answers what was proved. */
export function strikeInTurn(strike: Strike): Promise<string> {
  const { scene, step } = strike;
  return scene.processes.turns.during(takenBy(step), () => EVERY_FAULT[step.kind](strike));
}

/** What bears one fault at a time, because two would spoil each other's proof. A deployment takes one service after the other. */
function takenBy({ kind, service, store }: FaultStep): readonly string[] {
  if (kind === ROLLING) return ['releases'];
  if (kind === 'disk full') return ['broker', 'database'];
  if (kind.startsWith('service ')) return [`service ${service}`];
  if (kind.startsWith('broker ')) return ['broker'];
  if (kind === 'database sessions ended') return [];
  if (kind.startsWith('database ')) return ['database'];
  if (kind.startsWith('connections ')) return [`way from ${service} to its ${store}`];
  if (kind === 'clock of a service wrong') return [`clock of ${service}`];
  if (kind === 'clock of the database wrong') return ['clock of the database'];
  return [];
}
