import { afterEach, expect, test } from '@jest/globals';
import { WayWatch } from './way-watch.js';

const EVERY_MS = 1;
let clock = 0;
let isClosed = false;

afterEach(() => void (isClosed = true));

/** A broker that answers when it is told to. */
function brokerAtHand() {
  isClosed = false;
  const asked: { answer: () => void; hangUp: () => void }[] = [];
  const waiting: (() => void)[] = [];
  return {
    flush: () =>
      new Promise<void>((answer, failed) => {
        asked.push({ answer, hangUp: () => failed(new Error('disconnected')) });
        waiting.splice(0).forEach((heard) => heard());
      }),
    isClosed: () => isClosed,
    /** The next question, once it is asked. */
    async question() {
      while (asked.length === 0) await new Promise<void>((heard) => waiting.push(heard));
      return asked.shift()!;
    },
  };
}

test('while the broker answers, a message has not waited', async () => {
  const broker = brokerAtHand();
  const watch = new WayWatch(broker, { everyMs: EVERY_MS, now: () => clock });
  (await broker.question()).answer();
  clock += EVERY_MS;
  expect(watch.mayHaveWaitedMs).toBe(0);
});

test('a message may be as old as the last question that was answered', async () => {
  const broker = brokerAtHand();
  clock = 1_000;
  const watch = new WayWatch(broker, { everyMs: EVERY_MS, now: () => clock });
  const first = await broker.question();
  clock = 8_000; // this process or the way stood still
  expect(watch.mayHaveWaitedMs).toBe(7_000);
  first.answer(); // it was on its way all the time, before whatever waited behind it
  const second = await broker.question();
  expect(watch.mayHaveWaitedMs).toBe(7_000);
  second.answer();
  await broker.question();
  expect(watch.mayHaveWaitedMs).toBe(0);
});

test('a lost connection answers nothing', async () => {
  const broker = brokerAtHand();
  clock = 1_000;
  const watch = new WayWatch(broker, { everyMs: EVERY_MS, now: () => clock });
  clock = 4_000;
  (await broker.question()).hangUp();
  const next = await broker.question();
  expect(watch.mayHaveWaitedMs).toBe(3_000);
  next.answer();
  await broker.question();
  expect(watch.mayHaveWaitedMs).toBe(0);
});
