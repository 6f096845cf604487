import { expect, test } from '@jest/globals';
import { RELAY_START, stepRelay } from './relay-machine.js';
import type { Inspection, RelayInput, RelayStep } from './relay-protocol.js';

const event = (sequence: number) => ({ eventId: `e${sequence}`, aggregateId: 'a', sequence });

function after(...inputs: readonly RelayInput[]): RelayStep {
  return inputs.reduce<RelayStep>(({ state }, input) => stepRelay(state, input), RELAY_START);
}

/** New in the stream, or null: nothing was heard. */
const acknowledged = (...sequences: readonly (number | null)[]) =>
  sequences.map((streamSequence) =>
    streamSequence === null ? null : { streamSequence, isDuplicate: false },
  );

const repeated = (streamSequence: number) => ({ streamSequence, isDuplicate: true });

function inspected(
  seen: Partial<Omit<Inspection, 'record'>> & { readonly record?: Partial<Inspection['record']> },
): RelayInput {
  const record = { epoch: 'one', confirmed: 0, sent: null, ...seen.record };
  return {
    kind: 'inspected',
    inspection: { epoch: 'one', lastSequence: 0, lastEventId: null, ...seen, record },
  };
}

const elected: RelayInput = { kind: 'elected' };

test('a relay looks at the stream before it publishes anything', () => {
  expect(RELAY_START.effect).toEqual({ kind: 'campaign' });
  expect(after(elected).effect).toEqual({ kind: 'inspect' });
  expect(after(elected, inspected({})).effect).toEqual({ kind: 'load' });
});

test('every publish names its predecessor; after a failure the first of them names the sequence only', () => {
  const seen = inspected({ lastSequence: 7, lastEventId: 'e0', record: { confirmed: 7 } });
  const loaded: RelayInput = { kind: 'loaded', events: [event(1), event(2)] };
  const second = { event: event(2), expectedLastSequence: 8, expectedLastMessageId: 'e1' };
  expect(after(elected, seen, loaded).effect).toEqual({
    kind: 'publish',
    publishes: [{ event: event(1), expectedLastSequence: 7, expectedLastMessageId: 'e0' }, second],
  });
  const refused: RelayInput = { kind: 'published', acknowledgements: acknowledged(null, null) };
  const again: RelayInput = { kind: 'rested', why: 'time-passed' };
  expect(after(elected, seen, loaded, refused, again, seen, loaded).effect).toEqual({
    kind: 'publish',
    publishes: [{ event: event(1), expectedLastSequence: 7, expectedLastMessageId: null }, second],
  });
});

test('the first stream of an owner is taken as it is', () => {
  expect(after(elected, inspected({ record: { epoch: null } })).effect).toEqual({
    kind: 'adopt',
    why: 'first-life',
    epoch: 'one',
    keepUpTo: 0,
    confirmed: 0,
  });
});

test('a new life of the stream brings back what the consumers had not confirmed, and no more', () => {
  const seen = inspected({
    epoch: 'two',
    record: { confirmed: 40, sent: { streamSequence: 50, eventId: 'x' } },
  });
  expect(after(elected, seen).effect).toEqual({
    kind: 'adopt',
    why: 'another-life',
    epoch: 'two',
    keepUpTo: 40,
    confirmed: 0,
  });
});

test('a stream that lost its tail gets the tail again, even where it had been confirmed once', () => {
  const seen = inspected({
    lastSequence: 30,
    record: { confirmed: 40, sent: { streamSequence: 50, eventId: 'x' } },
  });
  expect(after(elected, seen).effect).toEqual({
    kind: 'adopt',
    why: 'other-content',
    epoch: 'one',
    keepUpTo: 30,
    confirmed: 30,
  });
});

test('a stream of the same length with another last message is not trusted', () => {
  const record = { confirmed: 40, sent: { streamSequence: 50, eventId: 'ours' } };
  const seen = inspected({ lastSequence: 50, lastEventId: 'other', record });
  expect(after(elected, seen).effect).toEqual({
    kind: 'adopt',
    why: 'other-content',
    epoch: 'one',
    keepUpTo: 40,
    confirmed: 40,
  });
});

test('another last message is not trusted either where the number had been confirmed', () => {
  const record = { confirmed: 50, sent: { streamSequence: 50, eventId: 'ours' } };
  const seen = inspected({ lastSequence: 50, lastEventId: 'other', record });
  expect(after(elected, seen).effect).toEqual({
    kind: 'adopt',
    why: 'other-content',
    epoch: 'one',
    keepUpTo: 49,
    confirmed: 49,
  });
});

test('a record below the confirmed end, as a duplicate leaves it, hides no lost tail', () => {
  const record = { confirmed: 40, sent: { streamSequence: 20, eventId: 'again' } };
  expect(after(elected, inspected({ lastSequence: 20, lastEventId: 'again', record })).effect).toEqual({
    kind: 'adopt',
    why: 'other-content',
    epoch: 'one',
    keepUpTo: 20,
    confirmed: 20,
  });
  expect(after(elected, inspected({ lastSequence: 40, lastEventId: 'e40', record })).effect).toEqual({
    kind: 'confirm',
    end: { streamSequence: 20, eventId: 'again' },
  });
});

test('messages beyond the records are recognised, and a foreign one gives the history a new name', () => {
  const seen = inspected({
    lastSequence: 60,
    lastEventId: 'x',
    record: { sent: { streamSequence: 50, eventId: 'y' } },
  });
  expect(after(elected, seen).effect).toEqual({
    kind: 'reconcile',
    epoch: 'one',
    from: 51,
    to: 60,
    after: { streamSequence: 50, eventId: 'y' },
  });
  expect(after(elected, seen, { kind: 'reconciled', unknown: false, replaced: false }).effect).toEqual({
    kind: 'inspect',
  });
  expect(after(elected, seen, { kind: 'reconciled', unknown: true, replaced: false }).effect).toEqual({
    kind: 'rename-history',
  });
});

const published = (sequences: (number | null)[]) =>
  after(
    elected,
    inspected({}),
    { kind: 'loaded', events: [event(1), event(2)] },
    { kind: 'published', acknowledgements: acknowledged(...sequences) },
  );

test('records whose end is no longer in the stream are given up as far as nobody confirmed them', () => {
  const seen = inspected({
    lastSequence: 60,
    lastEventId: 'x',
    record: { confirmed: 30, sent: { streamSequence: 50, eventId: 'y' } },
  });
  const replaced: RelayInput = { kind: 'reconciled', unknown: false, replaced: true };
  expect(after(elected, seen, replaced, seen).effect).toEqual({
    kind: 'adopt',
    why: 'other-content',
    epoch: 'one',
    keepUpTo: 30,
    confirmed: 30,
  });
});

test('a record that was found wrong is given up even where it had been confirmed', () => {
  const record = { confirmed: 50, sent: { streamSequence: 50, eventId: 'y' } };
  const seen = inspected({ lastSequence: 60, lastEventId: 'x', record });
  const replaced: RelayInput = { kind: 'reconciled', unknown: false, replaced: true };
  expect(after(elected, seen, replaced, seen).effect).toEqual({
    kind: 'adopt',
    why: 'other-content',
    epoch: 'one',
    keepUpTo: 49,
    confirmed: 49,
  });
});

test('a lost tail is not trusted below its end either: it may have been written anew', () => {
  const seen = inspected({
    lastSequence: 45,
    record: { confirmed: 40, sent: { streamSequence: 50, eventId: 'x' } },
  });
  expect(after(elected, seen).effect).toEqual({
    kind: 'adopt',
    why: 'other-content',
    epoch: 'one',
    keepUpTo: 40,
    confirmed: 40,
  });
});

test('what was acknowledged is marked; a break in the chain makes the relay look again', () => {
  expect(published([1, 2]).effect).toMatchObject({
    kind: 'mark',
    broken: false,
    marks: [{ streamSequence: 1 }, { streamSequence: 2 }],
  });
  const { state, effect } = published([1, null]);
  expect(effect).toMatchObject({ kind: 'mark', broken: true, marks: [{ eventId: 'e1' }] });
  expect(stepRelay(state, { kind: 'marked', broken: true }).effect).toEqual({ kind: 'inspect' });
});

test('what is acknowledged behind a break is left to the next look', () => {
  const { state, effect } = published([null, 2]);
  expect(effect).toEqual({ kind: 'inspect' });
  expect(state).toMatchObject({ distrusts: false, batch: [] });
});

test('an event that stood in its place already proves nothing about the one before it', () => {
  const record = { confirmed: 0, sent: { streamSequence: 2, eventId: 'e2' } };
  const loaded: RelayInput = { kind: 'loaded', events: [event(3), event(4)] };
  const { state, effect } = after(
    elected,
    inspected({ lastSequence: 2, lastEventId: 'e2', record }),
    { kind: 'confirmed' },
    loaded,
    { kind: 'published', acknowledgements: [repeated(3), ...acknowledged(4)] },
  );
  expect(effect).toEqual({ kind: 'inspect' });
  expect(state).toMatchObject({ distrusts: false, batch: [] });
  expect(stepRelay(state, inspected({ lastSequence: 4, lastEventId: 'e4', record })).effect).toEqual({
    kind: 'reconcile',
    epoch: 'one',
    from: 3,
    to: 4,
    after: { streamSequence: 2, eventId: 'e2' },
  });
});

test('an event that stands where another was recorded shows that the records are wrong', () => {
  const record = { confirmed: 3, sent: { streamSequence: 7, eventId: 'e0' } };
  const seen = inspected({ lastSequence: 7, lastEventId: 'e0', record });
  const loaded: RelayInput = { kind: 'loaded', events: [event(1), event(2)] };
  const { state, effect } = after(elected, seen, { kind: 'confirmed' }, loaded, {
    kind: 'published',
    acknowledgements: [...acknowledged(8), repeated(5)],
  });
  expect(effect).toEqual({ kind: 'mark', broken: true, marks: [{ ...event(1), streamSequence: 8 }] });
  const inspect = stepRelay(state, { kind: 'marked', broken: true });
  expect(stepRelay(inspect.state, seen).effect).toEqual({
    kind: 'adopt',
    why: 'other-content',
    epoch: 'one',
    keepUpTo: 3,
    confirmed: 3,
  });
});

test('an event that stands where every consumer has confirmed is done with, if the stream is still the same', () => {
  const seen = inspected({ lastSequence: 7, record: { confirmed: 7 } });
  const loaded: RelayInput = { kind: 'loaded', events: [event(1), event(2)] };
  const { state, effect } = after(elected, seen, loaded, {
    kind: 'published',
    acknowledgements: [repeated(7), null],
  });
  expect(effect).toEqual({ kind: 'inspect' });
  expect(state).toMatchObject({ distrusts: false, batch: [] });
  const same = stepRelay(state, seen);
  expect(same.effect).toEqual({ kind: 'mark', broken: true, marks: [{ ...event(1), streamSequence: 7 }] });
  const marked = stepRelay(same.state, { kind: 'marked', broken: true });
  expect(marked.effect).toEqual({ kind: 'inspect' });
  expect(stepRelay(marked.state, seen).effect).toEqual({ kind: 'load' });
});

test('what stands where every consumer has confirmed is news, also after a failure: the stream is looked at without a pause', () => {
  const seen = inspected({ lastSequence: 7, record: { confirmed: 7 } });
  const loaded: RelayInput = { kind: 'loaded', events: [event(1)] };
  const { state } = after(elected, seen, loaded, { kind: 'published', acknowledgements: acknowledged(null) });
  const again = stepRelay(stepRelay(state, seen).state, loaded);
  const published: RelayInput = { kind: 'published', acknowledgements: [repeated(7)] };
  expect(stepRelay(again.state, published).effect).toEqual({ kind: 'inspect' });
});

test('an event that stands in another life of the stream is not done with, wherever it stands', () => {
  const seen = inspected({ lastSequence: 7, record: { confirmed: 7 } });
  const loaded: RelayInput = { kind: 'loaded', events: [event(1)] };
  const { state } = after(elected, seen, loaded, { kind: 'published', acknowledgements: [repeated(1)] });
  const other = stepRelay(state, inspected({ lastSequence: 1, record: { epoch: 'zero', confirmed: 7 } }));
  expect(other.effect).toMatchObject({ kind: 'adopt', epoch: 'one' });
  const again = stepRelay(stepRelay(other.state, { kind: 'adopted' }).state, inspected({}));
  expect(again.effect).toEqual({ kind: 'load' });
});

test('who was deposed believes nothing of what it heard before', () => {
  const seen = inspected({ lastSequence: 7, record: { confirmed: 7 } });
  const loaded: RelayInput = { kind: 'loaded', events: [event(1)] };
  const { state } = after(
    elected,
    seen,
    loaded,
    { kind: 'published', acknowledgements: [repeated(1)] },
    { kind: 'deposed' },
  );
  expect(stepRelay(stepRelay(state, elected).state, seen).effect).toEqual({ kind: 'load' });
});

test('a broker that takes nothing is looked at once, then left alone for a growing while', () => {
  const refused = published([null, null]);
  expect(refused.effect).toEqual({ kind: 'inspect' });
  const loaded: RelayInput = { kind: 'loaded', events: [event(1)] };
  const again = stepRelay(stepRelay(refused.state, inspected({})).state, loaded);
  expect(again.effect).toMatchObject({ kind: 'publish', publishes: [{ expectedLastMessageId: null }] });
  let step = stepRelay(again.state, { kind: 'published', acknowledgements: acknowledged(null) });
  const pauses: number[] = [];
  for (let tries = 0; tries < 8; tries += 1) {
    expect(step.effect).toMatchObject({ kind: 'rest', wakeable: false });
    if (step.effect.kind === 'rest') pauses.push(step.effect.maxMs);
    step = stepRelay(stepRelay(step.state, { kind: 'rested', why: 'time-passed' }).state, { kind: 'failed' });
  }
  expect(pauses).toEqual([100, 200, 400, 800, 1_600, 2_000, 2_000, 2_000]);
});

test('a relay that lost the lead publishes nothing until it is elected again', () => {
  const { state, effect } = after(elected, inspected({}), { kind: 'deposed' });
  expect([state.role, effect.kind]).toEqual(['standby', 'campaign']);
  expect(stepRelay(state, { kind: 'not-elected' }).effect).toEqual({
    kind: 'rest',
    maxMs: 500,
    wakeable: false,
  });
});

test('another life of the stream counts, however much it looks like the old one', () => {
  const record = { epoch: 'zero', confirmed: 3, sent: { streamSequence: 5, eventId: 'e5' } };
  expect(after(elected, inspected({ lastSequence: 5, lastEventId: 'e5', record })).effect).toMatchObject({
    kind: 'adopt',
    why: 'another-life',
    epoch: 'one',
  });
});

test('after the records were mended the stream is looked at again', () => {
  expect(after(elected, { kind: 'adopted' }).effect).toEqual({ kind: 'inspect' });
  expect(after(elected, { kind: 'history-renamed' }).effect).toEqual({ kind: 'inspect' });
});

test('a long stretch beyond the records is read in pieces', () => {
  const record = { sent: { streamSequence: 50, eventId: 'y' } };
  expect(after(elected, inspected({ lastSequence: 10_000, record })).effect).toMatchObject({
    kind: 'reconcile',
    epoch: 'one',
    from: 51,
    to: 562,
  });
});

test('where everything before is confirmed there is no record to compare with', () => {
  const record = { confirmed: 50, sent: { streamSequence: 20, eventId: 'again' } };
  expect(after(elected, inspected({ lastSequence: 60, record })).effect).toEqual({
    kind: 'reconcile',
    epoch: 'one',
    from: 51,
    to: 60,
    after: null,
  });
  expect(after(elected, inspected({ lastSequence: 7 })).effect).toEqual({
    kind: 'reconcile',
    epoch: 'one',
    from: 1,
    to: 7,
    after: null,
  });
});

test('a last message that is no longer stored says nothing against the records', () => {
  const record = { sent: { streamSequence: 50, eventId: 'ours' } };
  expect(after(elected, inspected({ lastSequence: 50, lastEventId: null, record })).effect).toEqual({
    kind: 'confirm',
    end: { streamSequence: 50, eventId: 'ours' },
  });
});

test('records are distrusted once, and only where there are any', () => {
  const replaced: RelayInput = { kind: 'reconciled', unknown: false, replaced: true };
  const adopted: RelayInput = { kind: 'adopted' };
  const record = { confirmed: 30, sent: { streamSequence: 50, eventId: 'y' } };
  const seen = inspected({ lastSequence: 50, lastEventId: 'y', record });
  expect(after(elected, replaced, seen, adopted, seen).effect).toMatchObject({ kind: 'confirm' });
  const empty = inspected({ lastSequence: 30, record: { confirmed: 30 } });
  expect(after(elected, replaced, empty).effect).toEqual({ kind: 'load' });
  expect(after(elected, replaced, empty, seen).effect).toEqual({ kind: 'load' });
});

test('a leader with nothing to publish rests for a second or until it is woken, and looks again when nobody woke it', () => {
  const idle = after(elected, inspected({}), { kind: 'loaded', events: [] });
  expect(idle.effect).toEqual({ kind: 'rest', maxMs: 1_000, wakeable: true });
  expect(stepRelay(idle.state, { kind: 'rested', why: 'woken' }).effect).toEqual({ kind: 'load' });
  expect(stepRelay(idle.state, { kind: 'rested', why: 'time-passed' }).effect).toEqual({ kind: 'inspect' });
});

test('who does not lead campaigns again after its rest', () => {
  const { state } = after({ kind: 'not-elected' });
  expect(stepRelay(state, { kind: 'rested', why: 'time-passed' }).effect).toEqual({ kind: 'campaign' });
});

test('a leader goes on behind its batch without another look, and asks for confirmations every sixteen batches', () => {
  let step = after(elected, inspected({ lastSequence: 7, lastEventId: 'e7', record: { confirmed: 7 } }));
  const kinds: string[] = [];
  for (let batch = 8; batch < 8 + 40; batch += 1) {
    step = stepRelay(step.state, { kind: 'loaded', events: [event(batch)] });
    expect(step.effect).toMatchObject({
      publishes: [{ expectedLastSequence: batch - 1, expectedLastMessageId: `e${batch - 1}` }],
    });
    step = stepRelay(step.state, { kind: 'published', acknowledgements: acknowledged(batch) });
    step = stepRelay(step.state, { kind: 'marked', broken: false });
    kinds.push(step.effect.kind);
    if (step.effect.kind !== 'confirm') continue;
    expect(step.effect.end).toEqual({ streamSequence: batch, eventId: `e${batch}` });
    step = stepRelay(step.state, { kind: 'confirmed' });
    expect(step.effect).toEqual({ kind: 'load' });
  }
  expect(kinds.flatMap((kind, index) => (kind === 'confirm' ? [index + 1] : []))).toEqual([16, 32]);
});

test('a look that somebody else made necessary asks nobody for confirmations; the sixteenth does, and one after a rest', () => {
  const seen = inspected({
    lastSequence: 7,
    lastEventId: 'e7',
    record: { sent: { streamSequence: 7, eventId: 'e7' } },
  });
  const loaded: RelayInput = { kind: 'loaded', events: [event(8)] };
  const refused: RelayInput = { kind: 'published', acknowledgements: acknowledged(null) };
  const confirmed = after(elected, seen, { kind: 'confirmed' });
  expect(after(elected, seen, { kind: 'confirmed' }, loaded, refused, seen).effect).toEqual({ kind: 'load' });

  let step = confirmed;
  let looks = 0;
  for (; step.effect.kind === 'load'; looks += 1) step = stepRelay(step.state, seen);
  expect(looks).toBe(16);
  const idle = after(elected, seen, { kind: 'confirmed' }, { kind: 'loaded', events: [] });
  const rested = stepRelay(idle.state, { kind: 'rested', why: 'time-passed' });
  expect(stepRelay(rested.state, seen).effect).toEqual({
    kind: 'confirm',
    end: { streamSequence: 7, eventId: 'e7' },
  });
});

test('success, an empty list and an election end a row of failures', () => {
  const failed: RelayInput = { kind: 'failed' };
  const pause = (...inputs: readonly RelayInput[]) => {
    const { effect } = after(elected, failed, failed, ...inputs, failed);
    return effect.kind === 'rest' ? effect.maxMs : null;
  };
  const seen = inspected({});
  const loaded: RelayInput = { kind: 'loaded', events: [event(1)] };
  expect(pause()).toBe(200);
  expect(pause(seen, loaded)).toBe(200);
  expect(
    pause(
      seen,
      loaded,
      { kind: 'published', acknowledgements: acknowledged(1) },
      { kind: 'marked', broken: false },
    ),
  ).toBe(50);
  expect(pause(seen, { kind: 'loaded', events: [] })).toBe(50);
  expect(pause(elected)).toBe(50);
});
