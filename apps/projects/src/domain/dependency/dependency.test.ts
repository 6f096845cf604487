import { expect, test } from '@jest/globals';
import { answered, forecast, offered, type Answer, type Dependency, type Side } from './dependency.js';

const first = offered('2026-04-01', '2026-03-20');

function after(...answers: readonly (readonly [Side, Answer, string?])[]): Dependency {
  return answers.reduce(
    (now, [side, answer, day = null]) => answered(now, side, { answer, day }).dependency,
    first,
  );
}

test('an offer that is accepted is a promise', () => {
  expect(after(['taker', 'accept'])).toMatchObject({
    state: 'accepted',
    turn: null,
    promisedOn: '2026-04-01',
    offeredOn: null,
    isAtRisk: false,
  });
});

test('another day goes back and forth until one side accepts it', () => {
  const asked = after(['taker', 'renegotiate', '2026-03-25']);
  expect(asked).toMatchObject({ state: 'offered', turn: 'giver', offeredOn: '2026-03-25', promisedOn: null });
  const agreed = after(
    ['taker', 'renegotiate', '2026-03-25'],
    ['giver', 'renegotiate', '2026-03-27'],
    ['taker', 'accept'],
  );
  expect(agreed).toMatchObject({ state: 'accepted', promisedOn: '2026-03-27' });
});

test('what is agreed stands while another day is negotiated, and when that is rejected or taken back', () => {
  const open = after(['taker', 'accept'], ['giver', 'renegotiate', '2026-04-10']);
  expect(open).toMatchObject({ state: 'offered', turn: 'taker', promisedOn: '2026-04-01' });
  for (const [side, answer] of [
    ['taker', 'reject'],
    ['giver', 'withdraw'],
  ] as const)
    expect(answered(open, side, { answer, day: null }).dependency).toMatchObject({
      state: 'accepted',
      promisedOn: '2026-04-01',
      offeredOn: null,
    });
});

test('a first offer that is rejected or withdrawn is over', () => {
  const rejected = after(['taker', 'reject']);
  expect(rejected.state).toBe('rejected');
  expect(after(['giver', 'withdraw']).state).toBe('withdrawn');
  expect(() => answered(rejected, 'taker', { answer: 'accept', day: null })).toThrow('make a new one');
});

test('nobody answers the own offer, takes back the other one, or asks for no day', () => {
  const refused = (side: Side, answer: Answer) => () => answered(first, side, { answer, day: null });
  expect(refused('giver', 'accept')).toThrow('no offer of the other project');
  expect(refused('giver', 'renegotiate')).toThrow('no offer of the other project');
  expect(refused('taker', 'withdraw')).toThrow('no offer of the other project');
  expect(refused('taker', 'renegotiate')).toThrow('Say which day');
});

test('a promise is at risk when the forecast passes it, not on its day, and not before it is agreed', () => {
  const promise = after(['taker', 'accept']);
  expect(forecast(promise, '2026-04-01')).toMatchObject({ act: null, dependency: { isAtRisk: false } });
  const late = forecast(promise, '2026-04-02');
  expect(late).toMatchObject({ act: 'at-risk', dependency: { isAtRisk: true } });
  expect(forecast(late.dependency, '2026-04-03').act).toBeNull();
  expect(forecast(late.dependency, '2026-03-30').act).toBe('safe-again');
  expect(forecast(promise, null).act).toBe('at-risk');
  expect(forecast(first, '2026-05-01')).toMatchObject({ act: null, dependency: { isAtRisk: false } });
});

test('a promise that is made late is at risk at once, and safe again with another day', () => {
  const late = answered(offered('2026-03-10', '2026-03-20'), 'taker', { answer: 'accept', day: null });
  expect(late.dependency.isAtRisk).toBe(true);
  const asked = answered(late.dependency, 'giver', { answer: 'renegotiate', day: '2026-03-20' });
  expect(asked.dependency.isAtRisk).toBe(true);
  expect(answered(asked.dependency, 'taker', { answer: 'accept', day: null }).dependency.isAtRisk).toBe(
    false,
  );
});
