import type { SaveTemplate } from '@meridian/contracts-projects';

/** `Ada Lovelace = Analyst`, one a line; what could not be read is said. */
export function roleLines(
  text: string,
): { readonly value: SaveTemplate['roles'] } | { readonly problem: string } {
  const value = [];
  for (const line of text.split('\n').filter((one) => one.trim() !== '')) {
    const [resourceName, role, ...more] = line.split('=').map((part) => part.trim());
    if (!resourceName || !role || more.length > 0)
      return { problem: `“${line.trim()}” is not like “Ada Lovelace = Analyst”.` };
    value.push({ resourceName, role });
  }
  return { value };
}
