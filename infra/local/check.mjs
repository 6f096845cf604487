// npm run check: everything that can be said about the sources without running the product.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { repository } from './set-up/files.mjs';
import { runJest } from './set-up/run-jest.mjs';
import { orExplain, setUp } from './set-up.mjs';

await orExplain(async () => {
  await setUp();
  const checks = {
    'Format (prettier)': () => tool('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
    'Lint (oxlint)': () => tool('oxlint/bin/oxlint', ['--type-aware', '--deny-warnings', '--quiet']),
    'Browser types (tsc)': () => tool('typescript/bin/tsc', ['--noEmit', '-p', 'apps/web']),
    'Architecture, contracts, refusals (jest)': () =>
      runJest(['test/dist/(architecture|contracts|refusals)/']),
  };
  const failed = [];
  for (const [name, check] of Object.entries(checks)) {
    console.log(`\n${name}`);
    if ((await check()) !== 0) failed.push(name);
  }
  if (failed.length > 0) throw new Error(`Not in order: ${failed.join(', ')}.`);
  console.log('\nEverything is in order.');
});

function tool(file, args) {
  const child = spawn(process.execPath, [join(repository, 'node_modules', file), ...args], {
    cwd: repository,
    stdio: 'inherit',
  });
  return new Promise((ended, failed) => {
    child.on('error', failed);
    child.on('close', (code) => ended(code ?? 1));
  });
}
