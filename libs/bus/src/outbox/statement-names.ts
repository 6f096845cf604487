/** Statements that a connection keeps prepared, at most: each costs memory in every session of the server. */
const MOST_NAMES = 250;
/** A statement is worth a name when it comes again; many that an ORM writes are asked once. */
const SIGHTINGS = 3;
const MOST_CANDIDATES = 1_000;

const names = new Map<string, string>();
const candidates = new Map<string, number>();
let generation = 0;

/**
 * The name under which connections of this process prepare a statement, so that PostgreSQL parses and plans it once and not
 * each time; undefined for a statement that came too seldom. A name stands for one text only.
 */
export function statementName(text: string): string | undefined {
  const name = names.get(text);
  if (name !== undefined) return name;
  if (names.size >= MOST_NAMES) return undefined;
  const sightings = (candidates.get(text) ?? 0) + 1;
  if (sightings < SIGHTINGS) {
    if (candidates.size >= MOST_CANDIDATES) candidates.clear();
    candidates.set(text, sightings);
    return undefined;
  }
  candidates.delete(text);
  const given = `m${generation}_${names.size}`;
  names.set(text, given);
  return given;
}

/** PostgreSQL's word for "cached plan must not change result type": a table changed under a prepared statement. */
export const STALE_PLAN = '0A000';

/** From now on every statement is prepared anew, under another name. What is tried again then succeeds. */
export function forgetStatements(): void {
  generation += 1;
  names.clear();
}
