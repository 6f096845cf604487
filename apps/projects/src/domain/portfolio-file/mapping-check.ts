export interface MappingError {
  /** Place in the mapping, such as `fields.wholeLifeCost.unit`. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;
}

/** Gathers all errors instead of stopping at the first. */
export class MappingCheck {
  readonly errors: MappingError[] = [];

  error(path: string, found: unknown, allowed: string): void {
    if (this.errors.length < 50) this.errors.push({ path, found: shown(found), allowed });
  }

  record(value: unknown, path: string): Record<string, unknown> {
    if (typeof value === 'object' && value !== null && !Array.isArray(value))
      return value as Record<string, unknown>;
    this.error(path, value, 'an object');
    return {};
  }

  text(value: unknown, path: string): string {
    if (typeof value === 'string' && value.trim() !== '' && value.length <= 500) return value;
    this.error(path, value, 'text of 1 to 500 characters');
    return '';
  }

  oneOf<T extends string>(value: unknown, path: string, allowed: readonly T[]): T {
    if (allowed.includes(value as T)) return value as T;
    this.error(path, value, `one of ${allowed.map((item) => JSON.stringify(item)).join(', ')}`);
    return allowed[0]!;
  }

  known(record: Record<string, unknown>, path: string, names: readonly string[]): void {
    for (const name of Object.keys(record)) {
      if (names.includes(name)) continue;
      this.error(
        `${path}.${name}`.slice(0, 200),
        record[name],
        `left out; the names here are ${names.join(', ')}`,
      );
    }
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'missing';
  return (typeof value === 'string' ? JSON.stringify(value) : String(JSON.stringify(value))).slice(0, 120);
}
