import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.js';
import { tokensFrom } from './tokens.js';

interface Demonstration {
  readonly gatewayUrl: string;
  readonly issuer: string;
  readonly folder: DataFolder;
  readonly progress: (text: string) => void;
}

/** Tells the demonstration story once per data folder. Answers what is there; undefined when it was told before. */
export async function demonstrationStep(demonstration: Demonstration): Promise<string | undefined> {
  const mark = join(demonstration.folder.data, 'demonstration.json');
  if ((await readFile(mark, 'utf8').catch(() => undefined)) !== undefined) return undefined;
  const { loadDemonstration } = await import('../demonstration/load.js');
  const { gatewayUrl, issuer, progress } = demonstration;
  const today = new Date().toISOString().slice(0, 10);
  const loaded = await loadDemonstration({ gatewayUrl, today, progress, tokenOf: tokensFrom(issuer) }).catch(
    (failure: Error) => {
      throw new Error(
        `The demonstration data could not be loaded: ${failure.message}\n  Start anew with --reset, or without it: --reset --empty.`,
      );
    },
  );
  const { projects, tasks, people } = loaded;
  await writeFile(mark, `${JSON.stringify({ loadedOn: today, projects, tasks, people })}\n`);
  return `${projects} projects · ${tasks} tasks · ${people} people`;
}
