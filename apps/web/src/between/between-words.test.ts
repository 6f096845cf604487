import { expect, test } from '@jest/globals';
import type { DependencyLine, ProjectLinkLine } from '@meridian/contracts-projects';
import {
  daysOf,
  kindWords,
  linkStanding,
  promiseSlack,
  promiseStanding,
  slackWords,
  stepSentence,
} from './between-words.js';

const link: ProjectLinkLine = {
  linkId: 'l',
  version: 1,
  direction: 'waits',
  taskId: 't',
  kind: 'FS',
  lagMinutes: 0,
  otherName: 'Bridge',
  isHeld: true,
  madeBy: 'Ada',
  madeAt: '2026-03-01T09:00:00Z',
};
const promise: DependencyLine = {
  dependencyId: 'd',
  version: 2,
  direction: 'gives',
  name: 'The walls stand',
  state: 'accepted',
  promisedOn: '2026-03-20',
  otherName: 'Bridge',
  forecastOn: '2026-03-18',
  isAtRisk: false,
  isYourTurn: false,
  history: [],
};

test('a link says in words what waits for what, and how long after', () => {
  expect(kindWords(link)).toBe('starts after the other finishes');
  expect(kindWords({ kind: 'SS', lagMinutes: 960 })).toBe('starts after the other starts, and 2 days');
  expect(kindWords({ kind: 'FF', lagMinutes: -480 })).toBe('finishes after the other finishes, less 1 day');
  expect(daysOf(240)).toBe('0.5 days');
});

test('a link without slack is tight, one that is not kept is off track, one that was never computed is not known', () => {
  const word = (more: Partial<ProjectLinkLine>) => linkStanding({ ...link, ...more }).word;
  expect([word({ slackMinutes: 480 }), word({ slackMinutes: 0 }), word({ slackMinutes: -60 })]).toEqual([
    'Holds',
    'Tight',
    'Not kept',
  ]);
  expect([word({}), word({ isHeld: false, slackMinutes: 0 })]).toEqual(['Not known', 'Holds nothing']);
});

test('the slack of a promise is counted from the forecast to the agreed day', () => {
  expect(promiseSlack(promise)).toBe(2);
  expect(promiseSlack({ ...promise, forecastOn: '2026-03-25' })).toBe(-5);
  const { forecastOn: _, ...gone } = promise;
  expect(promiseSlack(gone)).toBeUndefined();
  expect([2, 0, -5, undefined].map(slackWords)).toEqual(['2 d to spare', 'to the day', '5 d late', '–']);
});

test('what waits for an answer says whose, and a promise at risk says so first', () => {
  const word = (more: Partial<DependencyLine>) => promiseStanding({ ...promise, ...more }).word;
  expect(word({})).toBe('Agreed');
  expect(word({ turn: 'giver', isYourTurn: true })).toBe('Your answer');
  expect(word({ turn: 'taker' })).toBe('Waits for an answer');
  expect(word({ turn: 'taker', isAtRisk: true })).toBe('At risk');
  expect(word({ state: 'rejected' })).toBe('Rejected');
});

test('the history tells who did what for which day', () => {
  const at = '2026-03-01T09:00:00Z';
  const words = stepSentence;
  expect(words({ act: 'accepted', side: 'taker', by: 'Ada', at })).toBe(
    'was accepted by Ada of the project that gets',
  );
  expect(words({ act: 'rejected', side: 'giver', at })).toBe('was rejected, of the project that gives');
  expect(words({ act: 'safe-again', at })).toBe('is safe again');
});
