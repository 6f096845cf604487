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
    this.lagCalendar = new Int16Array(capacity);
    this.link = new Int32Array(capacity);
  }

  /** An edge of the hierarchy. */
  push(from: number, to: number, kind: number): void {
    this.pushLink({ from, to, kind, link: -1, lag: 0, lagCalendar: ELAPSED });
  }

  pushLink(edge: {
    from: number;
    to: number;
    kind: number;
    link: number;
    lag: number;
    lagCalendar: number;
  }): void {
    if (this.count === this.from.length) this.grow();
    const e = this.count++;
    this.from[e] = edge.from;
    this.to[e] = edge.to;
    this.kind[e] = edge.kind;
    this.lag[e] = edge.lag;
    this.lagCalendar[e] = edge.lagCalendar;
    this.link[e] = edge.link;
  }

  private grow(): void {
    const larger = new EdgeList(this.count * 2 + 16);
    for (const column of ['from', 'to', 'kind', 'lag', 'lagCalendar', 'link'] as const) {
      larger[column].set(this[column]);
      Object.assign(this, { [column]: larger[column] });
    }
  }
}
