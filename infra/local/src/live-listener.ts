/** One message of the gateway's live stream. */
export interface LiveEvent {
  readonly id: string;
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** `performance.now()` of its arrival. */
  readonly arrivedMs: number;
}

export interface LiveListener {
  readonly received: readonly LiveEvent[];
  /** The first message that matches, past or coming. Throws when none comes in time. */
  next(matches: (message: LiveEvent) => boolean, timeoutMs: number): Promise<LiveEvent>;
  close(): void;
}

/** Listens to server-sent events the way a browser does, with a bearer token. */
export async function listenLive(url: string, token: string, lastEventId?: string): Promise<LiveListener> {
  const ended = new AbortController();
  const answer = await fetch(url, {
    signal: ended.signal,
    headers: {
      Accept: 'text/event-stream',
      Authorization: `Bearer ${token}`,
      ...(lastEventId === undefined ? {} : { 'Last-Event-ID': lastEventId }),
    },
  });
  if (!answer.ok || !answer.body) throw new Error(`The live stream answered ${answer.status}.`);
  const received: LiveEvent[] = [];
  const waiting = new Set<(message: LiveEvent) => void>();
  void readMessages(answer.body, (message) => {
    received.push(message);
    for (const wake of waiting) wake(message);
  }).catch(() => undefined);
  return {
    received,
    next: (matches, timeoutMs) => nextMatching(received, waiting, matches, timeoutMs),
    close: () => ended.abort(),
  };
}

function nextMatching(
  received: readonly LiveEvent[],
  waiting: Set<(message: LiveEvent) => void>,
  matches: (message: LiveEvent) => boolean,
  timeoutMs: number,
): Promise<LiveEvent> {
  const known = received.find(matches);
  if (known) return Promise.resolve(known);
  return new Promise((resolve, reject) => {
    const wake = (message: LiveEvent): void => {
      if (!matches(message)) return;
      clearTimeout(timer);
      waiting.delete(wake);
      resolve(message);
    };
    const timer = setTimeout(() => {
      waiting.delete(wake);
      reject(new Error(`No such live message within ${timeoutMs} ms; ${received.length} others came.`));
    }, timeoutMs);
    waiting.add(wake);
  });
}

async function readMessages(
  body: ReadableStream<Uint8Array>,
  take: (message: LiveEvent) => void,
): Promise<void> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of body) {
    rest += decoder.decode(chunk, { stream: true });
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const message = messageOf(block);
      if (message) take(message);
    }
  }
}

function messageOf(block: string): LiveEvent | null {
  const fields = new Map<string, string>();
  for (const line of block.split('\n')) {
    const [, name, value] = /^([a-z]+): ?(.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) fields.set(name, (fields.get(name) ?? '') + value);
  }
  const data = fields.get('data');
  if (data === undefined) return null;
  return {
    id: fields.get('id') ?? '',
    event: fields.get('event') ?? 'message',
    data: JSON.parse(data),
    arrivedMs: performance.now(),
  };
}
