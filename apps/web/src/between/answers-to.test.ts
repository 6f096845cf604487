import { expect, test } from '@jest/globals';
import type { DependencyLine } from '@meridian/contracts-projects';
import { answersTo } from './answers-to.js';

function line(more: Partial<DependencyLine>): DependencyLine {
  return {
    dependencyId: 'd',
    version: 1,
    direction: 'gets',
    name: 'Walls',
    state: 'offered',
    turn: 'taker',
    otherName: 'Bridge',
    isAtRisk: false,
    isYourTurn: true,
    history: [],
    ...more,
  };
}

test('who is asked accepts, rejects or asks for another day', () => {
  expect(answersTo(line({}))).toEqual(['accept', 'renegotiate', 'reject']);
});

test('who is asked and does not manage the project answers nothing', () => {
  expect(answersTo(line({ isYourTurn: false }))).toEqual([]);
});

test('who offered takes it back, whichever side that is', () => {
  expect(answersTo(line({ direction: 'gives', isYourTurn: false }))).toEqual(['withdraw']);
  expect(answersTo(line({ turn: 'giver' }))).toEqual(['withdraw']);
});

test('what is agreed is opened again by either side; what is over is not', () => {
  const { turn: _, ...agreed } = line({ state: 'accepted', isYourTurn: false });
  expect(answersTo(agreed)).toEqual(['renegotiate']);
  expect(answersTo({ ...agreed, state: 'rejected' })).toEqual([]);
  expect(answersTo({ ...agreed, state: 'withdrawn' })).toEqual([]);
});
