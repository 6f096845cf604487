import { expect, test } from '@jest/globals';
import { InFlight } from './in-flight.js';

test('what is too much for the process is turned away until something is finished', () => {
  const inFlight = new InFlight({ process: 2, person: 5 });
  const leave = inFlight.enter();
  inFlight.enter();
  expect(() => inFlight.enter()).toThrow(
    expect.objectContaining({ status: 503, options: { retryAfterSeconds: 1 } }),
  );
  leave();
  leave();
  expect(inFlight.open).toBe(1);
  inFlight.enter();
  expect(() => inFlight.enter()).toThrow('busy');
});

test('one person’s flood does not keep others out', () => {
  const inFlight = new InFlight({ process: 100, person: 2 });
  const leave = inFlight.enterAs('anna');
  inFlight.enterAs('anna');
  expect(() => inFlight.enterAs('anna')).toThrow(expect.objectContaining({ status: 429 }));
  inFlight.enterAs('jon');
  leave();
  inFlight.enterAs('anna');
});
