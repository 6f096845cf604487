import { ELAPSED } from './compiled-network.js';

/** Edges between nodes, column by column. Only the first `count` entries are meant. */
export class EdgeList {
  count = 0;
  from: Int32Array;
  to: Int32Array;
  kind: Uint8Array;
  lag: Int32Array;
  lagCalendar: Int16Array;
  link: Int32Array;

  constructor(capacity: number) {
    this.from = new Int32Array(capacity);
    this.to = new Int32Array(capacity);
    this.kind = new Uint8Array(capacity);
    this.lag = new Int32Array(capacity);
    this.lagCalendar = new Int16Array(capacity).fill(ELAPSED);
    this.link = new Int32Array(capacity).fill(-1);
  }

  /** An edge without lag that comes from the hierarchy; of a link, its lag and index are entered afterwards. */
  add(from: number, to: number, kind: number): number {
    if (this.count === this.from.length) this.grow();
    const e = this.count++;
    this.from[e] = from;
    this.to[e] = to;
    this.kind[e] = kind;
    return e;
  }

  private grow(): void {
    const larger = new EdgeList(this.count * 2 + 16);
    for (const column of ['from', 'to', 'kind', 'lag', 'lagCalendar', 'link'] as const) {
      larger[column].set(this[column]);
      Object.assign(this, { [column]: larger[column] });
    }
  }
}
