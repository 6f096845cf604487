import { describe, expect, test } from '@jest/globals';
import { Unavailable } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import { fromServices } from './from-services.js';

const project = { service: 'projects', ask: async () => ({ name: 'Bridge' }) };
const late = { service: 'resourcing', ask: () => new Promise<never>(() => undefined) };
const notFound = () =>
  Promise.reject(new Refusal('projects/no-such-project', 'There is none.', { kind: 'not-found' }));

describe('an answer from several services', () => {
  test('names what is missing, from where and why, and gives the rest', async () => {
    const budget = { service: 'budgeting', ask: () => Promise.reject(new Unavailable('away')) };
    const quality = {
      service: 'quality',
      ask: () => Promise.reject(new Refusal('quality/none', 'None yet.')),
    };
    const answer = await fromServices(
      { project, budget, quality, people: late },
      { deadlineMs: 30, essential: 'project' },
    );
    expect(answer).toEqual({
      parts: { project: { name: 'Bridge' } },
      missing: [
        { part: 'budget', service: 'budgeting', reason: 'unavailable' },
        { part: 'quality', service: 'quality', reason: 'refused', code: 'quality/none' },
        { part: 'people', service: 'resourcing', reason: 'too-slow' },
      ],
    });
  });

  test('fails as a whole when the essential part says no, without waiting for the others', async () => {
    const gone = { service: 'projects', ask: notFound };
    const page = fromServices({ project: gone, people: late }, { deadlineMs: 60_000, essential: 'project' });
    await expect(page).rejects.toThrow('There is none.');
    const { missing } = await fromServices(
      { project, other: gone },
      { deadlineMs: 50, essential: 'project' },
    );
    expect(missing).toMatchObject([{ part: 'other', reason: 'refused' }]);
  });

  test('cannot do without the essential part: whoever asks is told to come back', async () => {
    for (const essential of [
      { service: 'projects', ask: () => Promise.reject(new Unavailable('away')) },
      late,
    ]) {
      const page = fromServices({ essential, project }, { deadlineMs: 20, essential: 'essential' });
      await expect(page).rejects.toThrow(Unavailable);
    }
  });

  test('asks all at the same time', async () => {
    let asked = 0;
    let release: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (release = resolve));
    const part = {
      service: 'x',
      ask: async () => {
        asked += 1;
        if (asked === 3) release();
        await gate;
        return asked;
      },
    };
    const { missing } = await fromServices({ a: part, b: part, c: part }, { deadlineMs: 1_000 });
    expect(missing).toEqual([]);
  });

  test('a defect of the route is not hidden as a gap', async () => {
    const broken = { service: 'x', ask: () => Promise.reject(new TypeError('undefined is not a function')) };
    await expect(fromServices({ broken }, { deadlineMs: 50 })).rejects.toThrow(TypeError);
  });
});
