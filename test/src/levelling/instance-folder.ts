import type { LevellingProblem } from '@meridian/levelling';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readMultiProject } from './read-multi-project.js';
import { readPsplib } from './read-psplib.js';

export interface BenchInstance {
  readonly name: string;
  /** Best makespan that is known, or the other side's. `undefined` where the list has none. */
  readonly known: number | undefined;
  /** Read when it is needed: a set of hundreds would stay in memory. */
  readonly read: () => LevellingProblem;
}

const READERS: Readonly<Record<string, (text: string) => LevellingProblem>> = {
  '.sm': readPsplib,
  '.rcmp': readMultiProject,
};

/** The instances of a folder in the order of their numbers, with what a list says of them. */
export function instanceFolder(folder: string, knownFile: string): BenchInstance[] {
  const known = readKnown(knownFile);
  const instances = readdirSync(folder).flatMap((file) => {
    const ending = Object.keys(READERS).find((one) => file.endsWith(one));
    const reader = READERS[ending ?? ''];
    if (ending === undefined || reader === undefined) return [];
    const name = file.slice(0, -ending.length);
    const read = () => reader(readFileSync(join(folder, file), 'utf8'));
    return [{ name, known: known.get(name), read }];
  });
  return instances.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

/**
 * So many of them, as good as drawn by lot but always the same: instances of a set are numbered by how hard they are, so
 * that every tenth would be of the same kind.
 */
export function sampleOf(instances: readonly BenchInstance[], wanted: number): readonly BenchInstance[] {
  const lots = new Map(instances.map(({ name }) => [name, createHash('sha256').update(name).digest('hex')]));
  const lotOf = ({ name }: BenchInstance) => lots.get(name) ?? '';
  const drawn = new Set([...instances].sort((a, b) => lotOf(a).localeCompare(lotOf(b))).slice(0, wanted));
  return instances.filter((instance) => drawn.has(instance));
}

/**
 * Name and makespan of a comma-separated list with a heading: the column called `best_known_makespan`, or the first
 * one whose name speaks of a makespan.
 */
function readKnown(file: string): Map<string, number> {
  const [heading = '', ...rows] = readFileSync(file, 'utf8').trim().split(/\r?\n/);
  const columns = heading.split(',');
  const exact = columns.indexOf('best_known_makespan');
  const column = exact >= 0 ? exact : columns.findIndex((name) => name.includes('makespan'));
  if (column < 0)
    throw new Error(`${file} has the columns ${heading}; one must be called best_known_makespan.`);
  return new Map(rows.map((row) => [row.split(',')[0] ?? '', Number(row.split(',')[column])]));
}
