/**
 * Rows that the events of one transaction change, each perhaps several times. They are written in waves: the first version of
 * every row, then the second of those that have one. So a version that the database refuses is refused, whatever came after
 * it, and its event goes to the dead letters as if it had been alone.
 */
export class RowVersions<Row> {
  readonly #versions = new Map<string, Row[]>();

  /** A new version of the row with this key. */
  add(key: string, row: Row): void {
    const versions = this.#versions.get(key);
    if (versions) versions.push(row);
    else this.#versions.set(key, [row]);
  }

  /** How many waves there are. */
  get waves(): number {
    let waves = 0;
    for (const versions of this.#versions.values()) waves = Math.max(waves, versions.length);
    return waves;
  }

  /** What is written in one of them, from 0 on: never two versions of a row. */
  wave(number: number): Row[] {
    return [...this.#versions.values()].flatMap((versions) => versions.slice(number, number + 1));
  }
}
