import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readProTrack } from './read-protrack.js';
import type { ProTrackProject } from './read-protrack.js';

/** Where the real files for tests are: CORPUS_DIR, else beside the repository. */
export const CORPUS =
  process.env['CORPUS_DIR'] ?? fileURLToPath(new URL('../../../../shared/data/', import.meta.url));

const FOLDER = join(CORPUS, 'real-projects');

export function hasRealProjects(): boolean {
  return existsSync(FOLDER);
}

/** The real, tracked projects of the corpus, by their numbers in the DSLIB collection (OR-AS, Ghent University). */
export function realProjects(): ReadonlyMap<string, ProTrackProject> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.p2x'));
  return new Map(
    files
      .sort()
      .map((name) => [
        name.slice(0, 'C2011-05'.length),
        readProTrack(readFileSync(join(FOLDER, name), 'utf8')),
      ]),
  );
}
