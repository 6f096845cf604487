import { spawn } from 'node:child_process';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { repository } from './files.mjs';

const LINES_SHOWN = 60;

/** Runs an installed tool with this Node, quietly. Throws with everything it printed when it fails. */
export function runTool(file, args, environment = {}) {
  return runQuietly(process.execPath, [join(repository, 'node_modules', file), ...args], environment);
}

export function runNpm(args) {
  return runQuietly('npm', args, {}, process.platform === 'win32');
}

function runQuietly(program, args, environment, shell = false) {
  return new Promise((done, failed) => {
    const child = spawn(program, args, {
      cwd: repository,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
      shell,
    });
    const printed = [];
    child.stdout.on('data', (chunk) => printed.push(chunk));
    child.stderr.on('data', (chunk) => printed.push(chunk));
    child.on('error', (reason) => failed(new Error(`${program} could not be started: ${reason.message}`)));
    child.on('close', (code) => {
      if (code === 0) return done();
      const text = stripVTControlCharacters(Buffer.concat(printed).toString('utf8')).trim();
      const lines = text.split('\n').slice(0, LINES_SHOWN).join('\n  ');
      failed(new Error(`${label([program, ...args])} failed with exit code ${code}:\n\n  ${lines}`));
    });
  });
}

/** What was run, as one would type it in the repository. */
function label(args) {
  return args
    .map((text) => (text.startsWith(repository) ? relative(repository, text) || '.' : text))
    .join(' ');
}
