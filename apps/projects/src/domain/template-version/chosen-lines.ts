import { Refusal } from '@meridian/refusal';
import type { LineKey, OfferedLine } from './offered-lines.js';

/** A line that somebody wants; `overwrites` gives up what the project changed. */
export interface LineChoice extends LineKey {
  readonly overwrites?: boolean;
}

export interface Chosen {
  readonly taken: readonly OfferedLine[];
  readonly leftOut: readonly OfferedLine[];
}

/**
 * The offered lines by what was chosen of them.
 *
 * @throws Refusal `projects/template-line-not-offered`, `projects/template-line-not-to-be-had`, `projects/changed-here`
 */
export function chosenLines(offered: readonly OfferedLine[], choices: readonly LineChoice[]): Chosen {
  const wanted = new Map(choices.map((choice) => [idOf(choice), choice]));
  const known = new Set(offered.map(idOf));
  const unknown = choices.find((choice) => !known.has(idOf(choice)));
  if (unknown !== undefined) throw notOffered(unknown);
  const taken = offered.filter((line) => wanted.has(idOf(line)));
  const shut = taken.find(({ state }) => state === 'under-way' || state === 'gone-here');
  if (shut !== undefined) throw notToBeHad(shut);
  const changed = taken.filter(
    (line) => line.state === 'changed-here' && wanted.get(idOf(line))?.overwrites !== true,
  );
  if (changed.length > 0) throw changedHere(changed);
  return { taken, leftOut: offered.filter((line) => !wanted.has(idOf(line))) };
}

/** A line as the history keeps it: what it was about, from what to what. */
export function lineSentence({ name, part, change, before, after, here, state }: OfferedLine): string {
  const was = state === 'changed-here' ? here : before;
  const what =
    change === 'added'
      ? `added: ${after}`
      : change === 'removed'
        ? `removed: ${was}`
        : `${part}: ${was ?? 'none'} → ${after}`;
  return `${name}, ${what}`.slice(0, 1000);
}

function idOf({ key, part }: LineKey): string {
  return `${part} ${key}`;
}

function notOffered({ key, part }: LineChoice): Refusal {
  return new Refusal(
    'projects/template-line-not-offered',
    `The later version does not offer this line (${part} of ${key}); read the offer again and choose from it.`,
    { details: { key, part } },
  );
}

function notToBeHad({ key, part, name, state }: OfferedLine): Refusal {
  return new Refusal(
    'projects/template-line-not-to-be-had',
    state === 'under-way'
      ? `"${name}" is under way or decided, and is not replanned by its template; leave the line out.`
      : `"${name}" was taken out of the project; leave the line out.`,
    { details: { key, part } },
  );
}

function changedHere(lines: readonly OfferedLine[]): Refusal {
  const names = [...new Set(lines.map(({ name }) => `"${name}"`))];
  return new Refusal(
    'projects/changed-here',
    `The project changed ${names.slice(0, 5).join(', ')} itself; say that this may be overwritten, or leave the lines out.`,
    { details: { lines: lines.slice(0, 100).map(({ key, part }) => ({ key, part })) } },
  );
}
