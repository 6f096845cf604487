// npm run <name> [-- arguments]: the commands of the house that are compiled code. Adding one is a line below, or for
// `bench` a file in test/src/bench.
import { spawn } from 'node:child_process';
import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './set-up/files.mjs';
import { orExplain, setUp } from './set-up.mjs';

const PROGRAMS = {
  bench: ([name, ...rest]) => ({
    file: `test/dist/bench/${name ?? ''}.js`,
    rest,
    choices: 'test/dist/bench',
  }),
  simulate: (rest) => ({ file: 'libs/bus/dist/simulator/main.js', rest }),
  contracts: (rest) => ({ file: 'test/dist/contracts/release.js', rest }),
  mutation: (rest) => ({ file: 'test/dist/mutation/main.js', rest }),
  faults: (rest) => ({ file: 'test/dist/faults/main.js', rest }),
  baseline: (rest) => ({ file: 'test/dist/baseline/main.js', rest }),
  'dead-letters': (rest) => ({
    file: 'libs/bus/dist/dead-letters-command.js',
    rest,
    service: serviceNamed(rest),
  }),
  fidelity: (rest) => ({ file: 'apps/projects/dist/fidelity-command.js', rest }),
  rebuild: (rest) => ({ file: 'apps/reporting/dist/rebuild-command.js', rest, service: 'reporting' }),
};

await orExplain(async () => {
  const [name, ...args] = process.argv.slice(2);
  const program = PROGRAMS[name];
  if (program === undefined)
    throw new Error(`"${name ?? ''}" is none of ${Object.keys(PROGRAMS).join(', ')}.`);
  await setUp();
  const { file, rest, choices, service } = program(args);
  const path = join(repository, file);
  if (!(await stat(path).catch(() => undefined))) throw new Error(await unknownProgram(name, file, choices));
  process.exitCode = await run(path, rest, await environmentOf(service));
});

async function unknownProgram(name, file, choices) {
  if (choices === undefined) return `${file} does not exist, so \`npm run ${name}\` has nothing to run.`;
  const files = await readdir(join(repository, choices)).catch(() => []);
  const names = files
    .filter((entry) => /^[a-z0-9-]+\.js$/.test(entry))
    .map((entry) => entry.slice(0, -'.js'.length));
  return `${file} does not exist. \`npm run ${name} <name>\` takes one of: ${names.sort().join(', ') || '(none yet)'}.`;
}

/** The service whose name is among the arguments. */
function serviceNamed(args) {
  const services = [
    'projects',
    'budgeting',
    'resourcing',
    'quality',
    'governance',
    'reporting',
    'connectors',
  ];
  return args.find((argument) => services.includes(argument));
}

/** What `npm start` gave the service, for commands that speak to the running product; the caller's own words win. */
async function environmentOf(service) {
  const running = await readFile(join(repository, '.meridian/running.json'), 'utf8').then(
    JSON.parse,
    () => undefined,
  );
  return { ...running?.services?.[service]?.environment, ...process.env };
}

function run(path, args, env) {
  const child = spawn(process.execPath, [path, ...args], { cwd: repository, stdio: 'inherit', env });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code) => ended(code ?? 1));
  });
}
