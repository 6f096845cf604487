import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { eventually } from '@meridian/testing';
import { ClientLoad } from '../faults/client-load.js';
import { CommandLog } from '../faults/command-log.js';
import { deviations } from '../faults/final-state.js';
import { SERVICES } from '../faults/recovery.js';
import { openProject } from '../house/open-project.js';
import type { OpenedProject, ProjectPage } from '../house/open-project.js';
import { startTrialHouse } from '../house/trial-house.js';
import type { TrialHouse } from '../house/trial-house.js';
import { killedBroker, killedPostgres, killedService, sufferFault, wipedBroker } from './faults.js';
import type { Fault } from './faults.js';

const START_MS = 120_000;
const FAULT_MS = 120_000;
const CONVERGED_MS = 30_000;

let trial: TrialHouse;
let log: CommandLog;
let load: ClientLoad;
let built: OpenedProject;
let invoiced: OpenedProject;

/** Told on standard error when asked for: a run that fails is read by its notes. */
const notes = (sentence: string): void => {
  if (process.env['MERIDIAN_NOTES'] !== undefined) process.stderr.write(`${sentence}\n`);
};

beforeAll(async () => {
  trial = await startTrialHouse({ keepsStoresRunning: false, say: notes });
  log = new CommandLog(trial.house.url, trial.house.tokenOf);
  const today = new Date().toISOString().slice(0, 10);
  const wish = { portfolio: 'Trial', tasks: 6, people: ['Ines Moreau', 'Ole Lindqvist'], today };
  built = await openProject(trial, { ...wish, code: 'BUILT' });
  invoiced = await openProject(trial, { ...wish, code: 'INVOICED' });
  const milestone = await eventually(async () => {
    const page = await trial.as('anna.meyer').get<ProjectPage>(`/v1/projects/${built.projectId}`);
    const [found] = page.quality?.milestones ?? [];
    if (found === undefined) throw new Error('Quality does not know the milestone yet.');
    return found;
  });
  const checkIds = milestone.checks.map(({ checkId }) => checkId);
  const { milestoneId } = milestone;
  load = new ClientLoad({ trial, log, built, invoiced, checkIds, milestoneId, today });
}, START_MS);

afterAll(async () => {
  await load?.stop();
  await trial?.end();
}, START_MS);

async function suffer(faultOf: (scene: Parameters<typeof killedBroker>[0]) => Fault): Promise<void> {
  const scene = { trial, log, built };
  const fault = faultOf(scene);
  const recoveredMs = await sufferFault(scene, fault);
  notes(`${fault.name}: whole again after ${(recoveredMs / 1_000).toFixed(1)} s`);
}

describe('while clients work, the product survives', () => {
  test.each(SERVICES)('kill -9 of %s', (name) => suffer((scene) => killedService(scene, name)), FAULT_MS);
  test('kill -9 of the broker', () => suffer(killedBroker), FAULT_MS);
  test('the loss of the broker’s disk', () => suffer(wipedBroker), FAULT_MS);
  test('kill -9 of PostgreSQL', () => suffer(killedPostgres), FAULT_MS);
});

test(
  'afterwards everything that was acknowledged is there once, nothing else is, and the figures agree',
  async () => {
    await load.stop();
    const counts = new Map<string, number>();
    for (const { kind, outcome } of log.invocations) {
      const name = `${kind} ${outcome}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    notes([...counts].map(([name, count]) => `${name}: ${count}`).join(', '));
    const retried = log.invocations.filter(({ attempts }) => attempts.includes('unknown'));
    notes(`${retried.length} with an unknown outcome at first`);
    expect(retried.length).toBeGreaterThan(SERVICES.length);
    const refusals = log.invocations.filter(({ outcome }) => outcome === 'refused');
    expect(new Set(refusals.map(({ answer }) => answer['code']))).toEqual(
      new Set(['quality/evidence-missing']),
    );

    const ended = { trial, log, built, invoiced };
    await eventually(async () => expect(await deviations(ended)).toEqual([]), {
      timeoutMs: CONVERGED_MS,
      everyMs: 250,
    });
  },
  START_MS,
);
