import { incompatibilities } from './compatibility.js';
import { goneText, refusalText } from './refusal-text.js';
import type { SchemaFiles } from './release-files.js';

/** The services that use a contract, by its subject. */
export type UsersOf = (subject: string) => readonly string[];

/**
 * Compares everything that was released with what is there now.
 *
 * @returns one text for each contract that would break somebody; contracts that are new break nobody
 */
export function gate(released: SchemaFiles, present: SchemaFiles, usersOf: UsersOf): readonly string[] {
  return [...released].flatMap(([path, before]) => {
    const users = usersOf(before['x-meridian'].subject);
    const now = present.get(path);
    if (now === undefined) return [goneText(path, before, users)];
    const found = incompatibilities(before, now);
    return found.length === 0 ? [] : [refusalText(before, found, users)];
  });
}
