// Brings a clone to the point where everything can run: dependencies, generated database clients, compiled code, the
// browser application. Each step does nothing when nothing changed. It runs before anything is installed, so it is
// plain JavaScript without dependencies, and any Node can read it far enough to say that it is too old.
import { fileURLToPath } from 'node:url';
import { buildBrowserApplication } from './set-up/browser-application.mjs';
import { compile } from './set-up/compile.mjs';
import { generateDatabaseClients } from './set-up/database-clients.mjs';
import { installDependencies } from './set-up/dependencies.mjs';
import { repository } from './set-up/files.mjs';
import { oneAtATime } from './set-up/one-at-a-time.mjs';
import { reportStep } from './set-up/report-step.mjs';

const OLDEST_NODE = [20, 19];

/** Throws a sentence, with the output of the tool below it, when a step fails. */
export async function setUp() {
  checkNode();
  await oneAtATime(`${repository}/.meridian/set-up.lock`, async () => {
    const started = performance.now();
    const worked = [
      await reportStep('Dependencies', installDependencies),
      await reportStep('Databases', generateDatabaseClients),
      ...(await bothDone(reportStep('Code', compile), reportStep('Browser', buildBrowserApplication))),
    ];
    if (!worked.includes(true)) {
      await reportStep('Set-up', async () => 'nothing to do', started);
    }
  });
}

/** Side by side; a failure of one is told when the other has ended too, so that nothing works on after us. */
async function bothDone(...steps) {
  const results = await Promise.allSettled(steps);
  const failures = results.filter(({ status }) => status === 'rejected').map(({ reason }) => reason.message);
  if (failures.length > 0) throw new Error(failures.join('\n\n'));
  return results.map(({ value }) => value);
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Error(
    `This is Node ${process.versions.node}; Meridian needs Node ${OLDEST_NODE.join('.')} or later.`,
  );
}

/** For the entry files: runs the work and ends the process with its sentence when it fails. */
export async function orExplain(work) {
  try {
    await work();
  } catch (failure) {
    console.error(`\n  ${failure.message}\n`);
    process.exit(1);
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await orExplain(setUp);
