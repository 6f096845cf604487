import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changedSource } from './changed-source.js';
import { changesOf } from './plant.js';
import type { Plant } from './plant.js';

const REPOSITORY = fileURLToPath(new URL('../../../../', import.meta.url));

/** Throws when the code was changed under a planted mistake, before a house is started in vain: which one, and where. */
export async function refuseUnfit(plants: readonly Plant[]): Promise<void> {
  for (const plant of plants) {
    const changes = changesOf(plant, 'whole');
    for (const file of new Set(changes.map((change) => change.file))) {
      const source = await readFile(join(REPOSITORY, file), 'utf8');
      try {
        changedSource(
          source,
          changes.filter((change) => change.file === file),
        );
      } catch (failure) {
        throw new Error(`${plant.name}: ${(failure as Error).message}`, { cause: failure });
      }
    }
  }
}
