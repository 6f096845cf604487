/**
 * The name of a field that one object of a JSON text gives twice, or undefined. `JSON.parse` keeps the last one in silence.
 *
 * What `JSON.stringify` wrote comes out of it again as long as it went in, so nothing but texts of another origin has to be
 * walked through.
 *
 * @param text well-formed JSON
 * @param parsed what `JSON.parse` made of it
 */
export function repeatedField(text: string, parsed: unknown): string | undefined {
  if (JSON.stringify(parsed)?.length === text.length) return undefined;
  const levels: (Set<string> | null)[] = [];
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '{') levels.push(new Set());
    else if (token === '[') levels.push(null);
    else if (token === '}' || token === ']') levels.pop();
    else if (token.endsWith(':')) {
      const name = JSON.parse(token.slice(0, -1).trimEnd()) as string;
      const names = levels.at(-1)!;
      if (names?.has(name)) return name;
      names?.add(name);
    }
  }
  return undefined;
}

/** A bracket, or a string with the colon that makes it a name. Inside well-formed JSON nothing else has to be told apart. */
const TOKEN = /[{}[\]]|"(?:[^"\\]|\\.)*"(?:\s*:)?/g;
