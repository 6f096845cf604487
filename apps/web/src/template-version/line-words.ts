import type { OfferedTemplateLine } from '@meridian/contracts-projects';

export type LineState = OfferedTemplateLine['state'];

const PARTS: Readonly<Record<OfferedTemplateLine['part'], string>> = {
  task: 'Task',
  name: 'Name',
  place: 'Place in the outline',
  kind: 'Kind',
  duration: 'Duration',
  links: 'Links',
  date: 'Dates',
  calendar: 'Calendar',
  roles: 'Roles',
  checks: 'Checks',
  gate: 'Gate',
};

/** What a line is about: `Duration`, `New task`, `Task no more`. */
export function partWords({ part, change }: Pick<OfferedTemplateLine, 'part' | 'change'>): string {
  const word = PARTS[part];
  if (change === 'added') return `New ${word.toLowerCase()}`;
  return change === 'removed' ? `${word} no more` : word;
}

/** Why a line cannot be taken, or what taking it gives up. Nothing for one that is free to be taken. */
export function stateWords({ state, here }: Pick<OfferedTemplateLine, 'state' | 'here'>): string | undefined {
  if (state === 'under-way') return 'under way or decided: not replanned';
  if (state === 'gone-here') return 'taken out of this project';
  return state === 'changed-here' ? `changed here: ${here ?? 'taken out'}` : undefined;
}

/** Lines that nobody has to think about: free to be taken. */
export function freeLines(lines: readonly OfferedTemplateLine[]): ReadonlySet<string> {
  return new Set(lines.filter(({ state }) => state === 'open').map(lineId));
}

export function lineId({ key, part }: Pick<OfferedTemplateLine, 'key' | 'part'>): string {
  return `${part} ${key}`;
}

/** The chosen lines as they are sent; of what was changed here it is said that it is given up. */
export function choicesOf(lines: readonly OfferedTemplateLine[], chosen: ReadonlySet<string>) {
  return lines
    .filter((line) => chosen.has(lineId(line)))
    .map(({ key, part, state }) => ({
      key,
      part,
      ...(state === 'changed-here' ? { overwrites: true } : {}),
    }));
}
