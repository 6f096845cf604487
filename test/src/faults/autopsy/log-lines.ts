import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** It knows projects, no events: every page that was asked for would be among the lines. */
const DOOR = 'gateway.log';
const LAST_PER_SERVICE = 20;
const LONGEST = 600;

/** Lines of the services' logs that name one of these, the last ones of each service, cut where they are long. */
export async function linesAbout(folder: string, names: readonly string[]): Promise<readonly string[]> {
  const logs = join(folder, 'logs');
  const files = (await readdir(logs)).filter((name) => name.endsWith('.log') && name !== DOOR).sort();
  const found: string[] = [];
  for (const file of files) {
    const lines = (await readFile(join(logs, file), 'utf8')).split('\n');
    const about = lines.filter((line) => names.some((name) => line.includes(name)));
    found.push(...about.slice(-LAST_PER_SERVICE).map((line) => line.slice(0, LONGEST)));
  }
  return found;
}
