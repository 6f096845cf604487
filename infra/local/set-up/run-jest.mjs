import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './files.mjs';

/** Runs Jest on the compiled tests and answers its exit code. Ctrl-C goes to Jest; this process stays to clean up. */
export function runJest(args, environment = {}) {
  const jest = join(repository, 'node_modules/jest/bin/jest.js');
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const child = spawn(process.execPath, [...flags, jest, ...args], {
    cwd: repository,
    stdio: ['inherit', 'ignore', 'inherit'],
    env: { ...process.env, ...environment },
  });
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code) => ended(code ?? 1));
  });
}
