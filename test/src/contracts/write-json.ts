const WIDTH = 110;

/** JSON as the house formats it: two spaces, a list of plain values on one line when it fits. */
export function writeJson(value: unknown): string {
  return `${written(value, 0, 0)}\n`;
}

/** @param taken characters before the value on its line, and a comma behind it */
function written(value: unknown, depth: number, taken: number): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const inner = '  '.repeat(depth + 1);
  const outer = '  '.repeat(depth);
  if (Array.isArray(value)) {
    const isPlain = value.every((member) => typeof member !== 'object' || member === null);
    const line = `[${value.map((member) => JSON.stringify(member)).join(', ')}]`;
    if (isPlain && taken + line.length <= WIDTH) return line;
    const members = value.map(
      (member, index) => inner + written(member, depth + 1, inner.length + comma(index, value)),
    );
    return `[\n${members.join(',\n')}\n${outer}]`;
  }
  const entries = Object.entries(value).filter(([, member]) => member !== undefined);
  if (entries.length === 0) return '{}';
  const members = entries.map(([key, member], index) => {
    const start = `${inner}${JSON.stringify(key)}: `;
    return start + written(member, depth + 1, start.length + comma(index, entries));
  });
  return `{\n${members.join(',\n')}\n${outer}}`;
}

/** Room for the comma behind every member but the last. */
function comma(index: number, members: readonly unknown[]): number {
  return index === members.length - 1 ? 0 : 1;
}
