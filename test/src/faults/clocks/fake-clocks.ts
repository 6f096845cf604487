import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a clock shows, compared with the true one. */
export interface WrongTime {
  readonly offsetS: number;
  /** 1: as fast as the true one. */
  readonly speed: number;
}

const LIBRARY = 'libfaketimeMT.so.1';
const FOLDERS = [
  '/usr/lib/x86_64-linux-gnu/faketime',
  '/usr/lib/aarch64-linux-gnu/faketime',
  '/usr/lib64/faketime',
  '/usr/lib/faketime',
  '/usr/local/lib/faketime',
];
const TRUE_TIME: WrongTime = { offsetS: 0, speed: 1 };
/** A process looks after its clock once a second. */
const CACHE_S = 1;
const EXCUSE_MS = 3_000;

/** The clocks of single processes, by libfaketime: each reads what its clock shows from a file. Time that only passes stays true. */
export class FakeClocks {
  readonly #excusedUntilMs = new Map<string, number>();

  private constructor(
    private readonly library: string,
    private readonly folder: string,
  ) {}

  /** A clock for each name, true for now. Throws where libfaketime is not installed. */
  static async open(folder: string, names: readonly string[]): Promise<FakeClocks> {
    const library = await findLibrary();
    await mkdir(folder, { recursive: true });
    const clocks = new FakeClocks(library, folder);
    for (const name of names) await clocks.#write(name, TRUE_TIME);
    return clocks;
  }

  /** For the process that is to have this clock. */
  environmentOf(name: string): Record<string, string> {
    return {
      LD_PRELOAD: this.library,
      FAKETIME_TIMESTAMP_FILE: this.#fileOf(name),
      FAKETIME_CACHE_DURATION: String(CACHE_S),
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    };
  }

  async set(name: string, time: WrongTime): Promise<void> {
    this.#excusedUntilMs.set(name, Number.POSITIVE_INFINITY);
    await this.#write(name, time);
  }

  async heal(name: string): Promise<void> {
    await this.#write(name, TRUE_TIME);
    this.#excusedUntilMs.set(name, performance.now() + EXCUSE_MS);
  }

  /** Whether the clock may be wrong now. */
  mayBeWrong(name: string): boolean {
    return performance.now() < (this.#excusedUntilMs.get(name) ?? 0);
  }

  async #write(name: string, { offsetS, speed }: WrongTime): Promise<void> {
    const offset = offsetS < 0 ? String(offsetS) : `+${offsetS}`;
    const file = this.#fileOf(name);
    // The speed is always said: left out, libfaketime keeps the one before.
    await writeFile(`${file}.new`, `${offset} x${speed}\n`);
    await rename(`${file}.new`, file);
  }

  #fileOf(name: string): string {
    return join(this.folder, name);
  }
}

async function findLibrary(): Promise<string> {
  for (const folder of FOLDERS) {
    const path = join(folder, LIBRARY);
    const isThere = await access(path).then(
      () => true,
      () => false,
    );
    if (isThere) return path;
  }
  throw new Error('libfaketime is not installed (on Debian and Ubuntu: apt-get install faketime)');
}
