import type { Chance } from '../chance.js';
import type { OperatorConnection, StoredMessage } from '../operator-connection.js';

const KEPT_PER_STREAM = 200;
const TAKEN_AT_ONCE = 20;

/** Messages that every consumer has taken long ago, by stream: gathered while the house was at rest. */
export class OldMessages {
  readonly #byStream = new Map<string, StoredMessage[]>();

  of(stream: string): readonly StoredMessage[] {
    return this.#byStream.get(stream) ?? [];
  }

  /** Reads some of what the stream holds now. Only while every consumer has taken everything. */
  async gather(stream: string, operator: OperatorConnection, chance: Chance): Promise<void> {
    const { first, last } = await operator.range(stream);
    if (last < first) return;
    const kept = this.#byStream.get(stream) ?? [];
    for (let count = 0; count < TAKEN_AT_ONCE; count += 1) {
      const message = await operator.message(stream, chance.between(first, last)).catch(() => undefined);
      if (message === undefined || headerOf(message, 'ce-id') === undefined) continue;
      if (kept.length < KEPT_PER_STREAM) kept.push(message);
      else kept[chance.between(0, kept.length - 1)] = message;
    }
    this.#byStream.set(stream, kept);
  }
}

export function headerOf({ headers }: StoredMessage, name: string): string | undefined {
  const line = headers.split('\r\n').find((text) => text.toLowerCase().startsWith(`${name}:`));
  return line?.slice(name.length + 1).trim();
}

/** The header block with some values set, others left out (undefined), and a message id the broker has not seen. */
export function reheaded(
  { headers }: StoredMessage,
  changes: Readonly<Record<string, string | undefined>>,
): string {
  const [first = 'NATS/1.0', ...lines] = headers.split('\r\n').filter((line) => line !== '');
  const changed = Object.keys(changes).map((name) => name.toLowerCase());
  const kept = lines.filter((line) => {
    const name = line.slice(0, line.indexOf(':')).toLowerCase();
    return !name.startsWith('nats-') && !changed.includes(name);
  });
  const set = Object.entries(changes).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}: ${value}`],
  );
  return `${[first, ...kept, ...set].join('\r\n')}\r\n\r\n`;
}
