import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { closeTrialStore, openTrialStore } from '../bus/trial-services.js';
import type { TestBroker } from '@meridian/testing';
import type { PoisonedConsumer } from './poison-trial.js';

/** The first message to the process. */
export interface ConsumerSettings {
  readonly databaseUrl: string;
  readonly natsUrl: string;
  readonly natsUser: string;
  readonly natsPassword: string;
}

const PROGRAM = fileURLToPath(new URL('./consumer-process.js', import.meta.url));

/** Starts the consumer of a poison trial in a process of its own: what it does takes nothing from the owner. */
export async function consumerApart(broker: TestBroker): Promise<PoisonedConsumer> {
  const store = await openTrialStore();
  const child = fork(PROGRAM, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const tell = async (message: ConsumerSettings | string): Promise<void> => {
    const answered = Promise.race([once(child, 'message'), once(child, 'exit').then(ended)]);
    child.send(message);
    await answered;
  };
  await tell({
    databaseUrl: store.test.url,
    natsUrl: broker.url,
    natsUser: 'budgeting',
    natsPassword: broker.passwords.budgeting,
  });
  return {
    store,
    mend: () => tell('mend'),
    async end() {
      const gone = once(child, 'exit');
      child.disconnect();
      await gone;
      await closeTrialStore(store);
    },
  };
}

function ended(): never {
  throw new Error('The consumer of the poison trial ended; its last words are above.');
}
