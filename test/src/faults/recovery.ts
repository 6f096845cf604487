import { eventually } from '@meridian/testing';
import type { OpenedProject, ProjectPage } from '../house/open-project.js';
import type { TrialHouse } from '../house/trial-house.js';
import { DECIDED_BY } from './client-load.js';
import type { CommandLog } from './command-log.js';

/** Clients at work in a house. */
export interface Work {
  readonly trial: TrialHouse;
  readonly log: CommandLog;
  /** The project whose progress is reported all the time. */
  readonly built: OpenedProject;
}

export const SERVICES = [
  'projects',
  'budgeting',
  'resourcing',
  'quality',
  'governance',
  'reporting',
  'connectors',
  'gateway',
] as const;

export const RECOVERY_PATIENCE_MS = 45_000;

/** Throws while a service says that it takes no work. */
export async function isReady({ house }: TrialHouse): Promise<void> {
  await Promise.all(
    Object.entries(house.running.services).map(async ([name, { healthUrl }]) => {
      const { status } = await fetch(`${healthUrl}/healthz/ready`, { signal: AbortSignal.timeout(5_000) });
      if (status !== 200) throw new Error(`${name} answers ${status}`);
    }),
  );
}

/** Waits until commands of every kind are taken again and what is reported moves the figures of the last service in the chain. */
export async function worksAgain(scene: Work): Promise<void> {
  const sinceMs = performance.now();
  const patience = { timeoutMs: RECOVERY_PATIENCE_MS, everyMs: 100 };
  const seen = await eventually(() => statusVersion(scene), patience);
  await eventually(async () => {
    const waiting = Object.keys(DECIDED_BY).filter((kind) => scene.log.doneSince(kind, sinceMs) === 0);
    if (waiting.length > 0) throw new Error(`not taken since: ${waiting.join(', ')}`);
    const version = await statusVersion(scene);
    if (version <= seen) throw new Error(`the status stays at version ${seen}`);
  }, patience);
  await isReady(scene.trial);
}

async function statusVersion({ trial, built }: Work): Promise<number> {
  const page = await trial.as('anna.meyer').get<ProjectPage>(`/v1/projects/${built.projectId}`);
  if (page.status === null) throw new Error('the page has no status');
  return page.status.version;
}
