import { once } from 'node:events';
import { connect } from 'node:net';
import type { Socket } from 'node:net';
import { Outbox } from '@meridian/bus';
import { TaskProgressed } from '@meridian/contracts-projects';
import { PgDatabase } from '@meridian/testing';
import { openProject } from '../../house/open-project.js';
import type { OpenedProject } from '../../house/open-project.js';
import { settledHouse } from '../../house/settled-house.js';
import type { TrialHouse } from '../../house/trial-house.js';
import type { EventPath } from './event-path.js';
import { sideBySide } from './load.js';

export interface RealProgress {
  readonly path: EventPath;
  readonly projects: readonly OpenedProject[];
  close(): Promise<void>;
}

const OPENED_AT_ONCE = 4;

/**
 * Progress from the projects service's outbox to budgeting's earned value, in the running house. What is measured is all
 * the product: relay, broker, budgeting's inbox and reaction. Only the transactions that announce are written here, with
 * the bus's own outbox on the database of projects, because commands could not bring 500 events a second.
 */
export async function openRealProgress(
  trial: TrialHouse,
  { projects: count, today }: { readonly projects: number; readonly today: string },
): Promise<RealProgress> {
  const projects: OpenedProject[] = [];
  const codes = Array.from({ length: count }, (_, index) => `EVT-${index + 1}`);
  await sideBySide(codes, OPENED_AT_ONCE, async (code) => {
    projects.push(await openProject(trial, { code, portfolio: 'Bench', tasks: 10, today }));
  });
  const { databaseUrls, running } = trial.house;
  const ownerUrl = databaseUrls['projects'] as string;
  const database = new PgDatabase(ownerUrl);
  const wake = await openWakes(running.services['projects']?.environment ?? {});
  const outbox = new Outbox(
    'projects',
    () => database,
    () => wake.write('PUB wake.projects 0\r\n\r\n'),
  );
  const event = (at: number) => {
    const project = projects[at % count] as OpenedProject;
    const task = project.tasks[Math.floor(at / count) % project.tasks.length];
    return {
      projectId: project.projectId,
      taskId: task?.taskId as string,
      taskVersion: at + 2,
      percentComplete: 1 + ((at * 7) % 99),
      asOf: today,
      isMilestone: false,
      reportedBy: project.projectId,
    };
  };
  return {
    projects,
    path: {
      ownerUrl,
      consumerUrl: databaseUrls['budgeting'] as string,
      source: 'projects',
      type: TaskProgressed.subject,
      rest: (patienceMs) => settledHouse(trial.house, patienceMs),
      aggregateIds: projects.map(({ projectId }) => projectId),
      announce: (turn, events) =>
        outbox.transact(async ({ announce }) => {
          for (let step = 0; step < events; step += 1)
            await announce(TaskProgressed, event(turn * events + step));
        }),
    },
    async close() {
      wake.destroy();
      await database.close();
    },
  };
}

/** Tells the relay of projects that something was committed, as its other replicas do. */
async function openWakes(environment: Readonly<Record<string, string>>): Promise<Socket> {
  const { hostname, port } = new URL(environment['NATS_URL'] ?? '');
  const socket = connect({ host: hostname, port: Number(port) });
  await once(socket, 'connect');
  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    if (chunk.toString('latin1').includes('PING')) socket.write('PONG\r\n');
  });
  const login = { user: environment['NATS_USER'], pass: environment['NATS_PASSWORD'], verbose: false };
  socket.write(`CONNECT ${JSON.stringify(login)}\r\n`);
  return socket;
}
