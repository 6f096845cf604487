import type { FaultKind } from '../fault-plan.js';
import { deleteBrokerDisk, killBroker, pauseBroker, restartBroker } from './broker.js';
import { halfOpenConnections, resetConnections, slowConnections, stallConnections } from './connections.js';
import { endSessions, killDatabase, restartDatabaseFast, restartDatabaseImmediately } from './database.js';
import { fillDisk } from './full-disk.js';
import { publishAgain, publishGarbage } from './messages.js';
import type { Fault } from './scene.js';
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
};
