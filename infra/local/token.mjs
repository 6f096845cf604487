// npm run -s token -- anna.meyer: an access token of one of the seeded people for the product that runs here.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repository } from './set-up/files.mjs';
import { orExplain } from './set-up.mjs';

await orExplain(async () => {
  const file = await readFile(join(repository, '.meridian/running.json'), 'utf8').catch(() => undefined);
  if (file === undefined) throw new Error('Meridian does not run here; start it with npm start.');
  const { signIn } = await import('./dist/sign-in.js');
  console.log(await signIn({ issuer: JSON.parse(file).issuer, personId: process.argv[2] ?? 'anna.meyer' }));
});
