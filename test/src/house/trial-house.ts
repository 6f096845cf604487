import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ending, freePortPair, GatewayClient, openDataFolder, startHouse } from '@meridian/local';
import type { HouseOptions, StartedHouse } from '@meridian/local';

export interface TrialHouseOptions {
  /** False: PostgreSQL and nats-server stay down when they are killed, and the test starts them again. */
  readonly keepsStoresRunning: boolean;
  /** Told each step of the start and each service that was started again. */
  readonly say: (sentence: string) => void;
  /** The longest wait before a service that ended is started again. */
  readonly longestRestartWaitMs?: number;
  /** The address under which a service finds its database or the broker. */
  readonly through?: HouseOptions['through'];
  readonly stage?: HouseOptions['stage'];
  readonly databaseEnvironment?: HouseOptions['databaseEnvironment'];
  /** Called with the empty folder before anything starts; what it answers is called when everything has ended. */
  readonly prepare?: (folder: string) => Promise<() => Promise<void>>;
}

/** The whole product in a temporary folder, without demonstration data, for one test file or one measurement. */
export interface TrialHouse {
  readonly house: StartedHouse;
  /** Databases and streams lie in `data`, the logs of the services in `logs`. */
  readonly folder: string;
  /** From the first process to the last service that is ready. */
  readonly startMs: number;
  as(handle: string): GatewayClient;
  /** `keep` leaves the folder where it is, for reading the logs. */
  end(keep?: boolean): Promise<void>;
}

/** Ends whatever was started when the start fails. `MERIDIAN_KEEP_HOUSE` keeps the folder, for reading the logs. */
export async function startTrialHouse(options: TrialHouseOptions): Promise<TrialHouse> {
  const { say, prepare, ...given } = options;
  const root = await mkdtemp(join(tmpdir(), 'meridian-trial-'));
  await chmod(root, 0o755); // PostgreSQL may run as another user, who has to pass through
  const ending = new Ending();
  const endPrepared = ending.group();
  const end = async (keep = process.env['MERIDIAN_KEEP_HOUSE'] !== undefined): Promise<void> => {
    await ending.all();
    if (!keep) await rm(root, { recursive: true, force: true });
    else say(`kept in ${root}`);
  };
  try {
    if (prepare !== undefined) endPrepared(await prepare(root));
    const started = performance.now();
    const house = await startHouse(
      {
        folder: await openDataFolder(root, false),
        port: await freePortPair(),
        withDemonstration: false,
        ...given,
        notice: say,
        report: async (name, step) => say(`${name}: ${(await step(() => undefined)) ?? 'nothing to do'}`),
      },
      ending,
    );
    const startMs = performance.now() - started;
    const as = (handle: string) => new GatewayClient({ url: house.url, token: () => house.tokenOf(handle) });
    return { house, folder: root, startMs, as, end };
  } catch (failure) {
    await end();
    throw failure;
  }
}
