import { execFile } from 'node:child_process';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const SIZE = '6g';
const KILOBYTE = 1_024;
const PROBE_BYTES = 262_144;

/** The disk of the databases and of the broker, as a small file system of its own that can be made full at any moment. */
export class DataDisk {
  private constructor(private readonly folder: string) {}

  /** Mounts it at a folder. Throws where this machine does not allow that. */
  static async mount(folder: string): Promise<DataDisk> {
    await mkdir(folder, { recursive: true });
    await run('mount', ['-t', 'tmpfs', '-o', `size=${SIZE},mode=755`, 'tmpfs', folder]);
    return new DataDisk(folder);
  }

  /** Not a byte more fits. Throws when something still does. */
  async fill(): Promise<void> {
    const { blocks, bfree, bsize } = await statfs(this.folder);
    await this.#resize(`${((blocks - bfree) * bsize) / KILOBYTE}k`);
    const probe = join(this.folder, 'probe');
    const code = await writeFile(probe, Buffer.alloc(PROBE_BYTES)).then(
      () => 'nothing',
      (failure: NodeJS.ErrnoException) => failure.code,
    );
    await rm(probe, { force: true });
    if (code !== 'ENOSPC') throw new Error(`writing answered ${String(code)}, not ENOSPC`);
  }

  async free(): Promise<void> {
    await this.#resize(SIZE);
  }

  async unmount(): Promise<void> {
    await run('umount', [this.folder]);
  }

  async #resize(size: string): Promise<void> {
    await run('mount', ['-o', `remount,size=${size}`, this.folder]);
  }
}
