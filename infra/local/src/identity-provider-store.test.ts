import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setInterval } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { IdentityStore } from './identity-provider-store.js';

interface Sessions {
  upsert(id: string, payload: object): Promise<void>;
  find(id: string): Promise<object | undefined>;
}

const sessionsOf = (store: IdentityStore) => store.adapter('Session') as Sessions;

test('a session that cannot be written for a while is known all the time, and written when it can be', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'meridian-identity-'));
  const inTheWay = join(folder, 'data');
  const file = join(inTheWay, 'identity.json');
  await writeFile(inTheWay, 'a file where the folder has to be');
  try {
    const store = new IdentityStore(file);
    await sessionsOf(store).upsert('s1', { accountId: 'anna' });
    await new Promise(setImmediate); // the first attempt
    await expect(sessionsOf(store).find('s1')).resolves.toMatchObject({ accountId: 'anna' });
    await rm(inTheWay);
    for await (const _ of setInterval(20)) if (existsSync(file)) break;
    await expect(sessionsOf(new IdentityStore(file)).find('s1')).resolves.toMatchObject({
      accountId: 'anna',
    });
    store.close();
  } finally {
    await rm(folder, { recursive: true });
  }
}, 30_000);
