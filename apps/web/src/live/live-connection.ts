import { askWithToken } from '../gateway/ask.js';
import { EventStreamReader } from './event-stream.js';
import type { StreamEvent } from './event-stream.js';

export type LiveState = 'connecting' | 'live' | 'interrupted';

export interface LiveListener {
  readonly onEvent: (event: StreamEvent) => void;
  readonly onState: (state: LiveState) => void;
  /** The stream is back after a break, and nobody can say what was missed. */
  readonly onGap: () => void;
}

const firstWaitMs = 1_000;
const longestWaitMs = 30_000;
/** The gateway sends a comment more often than this; silence means a dead connection. */
const silenceMs = 60_000;

/** Follows `/v1/live` until stopped: resumes after the last event seen and waits longer after each failure. */
export function followLive(listener: LiveListener): () => void {
  const stop = new AbortController();
  void follow(listener, stop.signal);
  return () => stop.abort();
}

async function follow(listener: LiveListener, stop: AbortSignal): Promise<void> {
  let lastEventId = '';
  let failures = 0;
  let wasLive = false;
  while (!stop.aborted) {
    const attempt = new AbortController();
    const signal = AbortSignal.any([stop, attempt.signal]);
    try {
      const body = await open(lastEventId, signal);
      listener.onState('live');
      // With a position the gateway itself says whether something was missed: it sends `reset`.
      if (wasLive && lastEventId === '') listener.onGap();
      wasLive = true;
      failures = 0;
      await readAll(body, attempt, (event) => {
        lastEventId = event.id || lastEventId;
        listener.onEvent(event);
      });
    } catch {
      failures += 1;
    }
    if (stop.aborted) return;
    // The gateway ends a stream in good order when its token ends: that is no interruption.
    if (failures > 0) listener.onState(wasLive ? 'interrupted' : 'connecting');
    await pause(waitMs(failures), stop);
  }
}

async function open(lastEventId: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  const headers: Record<string, string> = { Accept: 'text/event-stream', 'Cache-Control': 'no-store' };
  if (lastEventId) headers['Last-Event-ID'] = lastEventId;
  const response = await askWithToken('/v1/live', signal, headers);
  if (!response.ok || !response.body) throw new Error(`The live stream answered ${response.status}.`);
  return response.body;
}

async function readAll(
  body: ReadableStream<Uint8Array>,
  attempt: AbortController,
  onEvent: (event: StreamEvent) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  const events = new EventStreamReader();
  for (;;) {
    const watch = setTimeout(() => attempt.abort(), silenceMs);
    const { done, value } = await reader.read().finally(() => clearTimeout(watch));
    if (done) return;
    for (const event of events.read(decoder.decode(value, { stream: true }))) onEvent(event);
  }
}

/** Doubles per failure, with a random half so that many browsers do not return at once. */
function waitMs(failures: number): number {
  const full = Math.min(firstWaitMs * 2 ** failures, longestWaitMs);
  return full / 2 + (Math.random() * full) / 2;
}

function pause(ms: number, stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    stop.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}
