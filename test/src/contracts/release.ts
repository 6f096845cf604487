// npm run contracts -- release | check: the released state of every contract, and what of it would break whom.
import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { ROOT } from '../architecture/source-tree.js';
import { asyncApiDocument } from './asyncapi-document.js';
import { gate } from './gate.js';
import { ASYNCAPI_PATH, goldenExamples, presentSchemas, readJson, releasedSchemas } from './release-files.js';
import { appsThat, contractUses } from './usage.js';
import { writeJson } from './write-json.js';

const [action] = process.argv.slice(2);
if (action === 'release' || action === 'check') process.exitCode = run(action);
else {
  console.error('npm run contracts -- release   writes what the contracts say now, when it breaks nobody');
  console.error('npm run contracts -- check     tells what a release would write, or why it would not');
  process.exitCode = 2;
}

function run(asked: 'release' | 'check'): number {
  const uses = contractUses();
  const released = releasedSchemas();
  const present = presentSchemas();
  const refused = gate(released, present, (subject) =>
    appsThat(uses, ['reacts', 'watches', 'asks'], subject),
  );
  if (refused.length > 0) {
    console.error(refused.join('\n\n'));
    console.error(`\nWould break somebody: ${refused.length}. Nothing was written.`);
    return 1;
  }
  const document = asyncApiDocument([...present.values()], uses, goldenExamples());
  const files = new Map<string, object>([...present, [ASYNCAPI_PATH, document]]);
  const before = new Map<string, unknown>([...released, [ASYNCAPI_PATH, readJson(ASYNCAPI_PATH)]]);
  const stale = [...files].filter(([path, content]) => !isWritten(before.get(path), content));
  for (const [path, content] of stale) {
    console.log(`${before.get(path) === undefined ? 'new     ' : 'changed '} ${path}`);
    if (asked === 'release') write(path, content);
  }
  console.log(
    `${present.size} contracts, ${stale.length} files ${asked === 'release' ? 'written' : 'to write'}.`,
  );
  return 0;
}

function isWritten(before: unknown, content: object): boolean {
  return before !== undefined && writeJson(before) === writeJson(content);
}

function write(path: string, content: object): void {
  mkdirSync(dirname(ROOT + path), { recursive: true });
  writeFileSync(ROOT + path, writeJson(content));
}
