/** One event of a stream (WHATWG HTML, 9.2 server-sent events). */
export interface StreamEvent {
  readonly id: string;
  readonly event: string;
  readonly data: string;
}

/**
 * Reads server-sent events out of text that arrives in any pieces. `EventSource` cannot send a bearer token, so the
 * stream is fetched and parsed here.
 */
export class EventStreamReader {
  private rest = '';
  private data: string[] = [];
  private event = '';
  private id = '';

  /** @returns the events that are complete with this piece */
  read(piece: string): StreamEvent[] {
    const text = this.rest + piece;
    // A carriage return at the very end may be half of a line end.
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const lines = whole.split(/\r\n|\n|\r/);
    this.rest = (lines.pop() ?? '') + text.slice(whole.length);
    return lines.flatMap((line) => this.take(line));
  }

  private take(line: string): StreamEvent[] {
    if (line === '') return this.dispatch();
    const cut = line.indexOf(':');
    if (cut === 0) return [];
    const field = cut < 0 ? line : line.slice(0, cut);
    const value = cut < 0 ? '' : line.slice(cut + 1).replace(/^ /, '');
    if (field === 'data') this.data.push(value);
    if (field === 'event') this.event = value;
    if (field === 'id' && !value.includes('\0')) this.id = value;
    return [];
  }

  private dispatch(): StreamEvent[] {
    const complete = this.data.length > 0;
    const event = { id: this.id, event: this.event || 'message', data: this.data.join('\n') };
    this.data = [];
    this.event = '';
    return complete ? [event] : [];
  }
}
