import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where the real files for tests are: CORPUS_DIR, else beside the repository. */
export const CORPUS_DIR =
  process.env['CORPUS_DIR'] ?? fileURLToPath(new URL('../../../../../shared/data/', import.meta.url));

export function hasCorpus(part: string): boolean {
  return existsSync(`${CORPUS_DIR}/${part}`);
}

export function corpusFile(path: string): Uint8Array {
  return readFileSync(`${CORPUS_DIR}/${path}`);
}

export function corpusNames(folder: string, ending: string): string[] {
  return readdirSync(`${CORPUS_DIR}/${folder}`).filter((name) => name.endsWith(ending));
}
