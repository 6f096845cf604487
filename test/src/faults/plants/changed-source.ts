import type { Change } from './plant.js';

/** The text with all changes made, one after the other. Throws when a text to be replaced is not there exactly once. */
export function changedSource(source: string, changes: readonly Change[]): string {
  return changes.reduce((text, { file, from, to }) => {
    const found = text.split(from).length - 1;
    if (found !== 1) {
      throw new Error(
        `${file} holds this text ${found} times; a planted mistake replaces it once:\n${from}\n` +
          'The code was changed: let the mistake in test/src/faults/plants follow it.',
      );
    }
    return text.replace(from, () => to);
  }, source);
}
