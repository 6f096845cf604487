import { describe, expect, test } from '@jest/globals';
import { lastStands, sameCount, sameOnce, sameSum } from './deviation.js';

describe('what was acknowledged and what is shown', () => {
  test('a name that is missing is lost, one that is there again or unasked for is twice', () => {
    expect(sameOnce('people', ['a', 'b', 'c'], ['c', 'b', 'b', 'x'])).toEqual([
      { wrong: 'lost', count: 1, what: 'people: lost a', names: ['a'] },
      { wrong: 'twice', count: 2, what: 'people: twice or never acknowledged b, x', names: ['b', 'x'] },
    ]);
    expect(sameOnce('people', ['a', 'b'], ['b', 'a'])).toEqual([]);
  });

  test('fewer effects than commands are lost, more are twice, each counted', () => {
    expect(sameCount('reports', 7, 5)).toMatchObject([{ wrong: 'lost', count: 2 }]);
    expect(sameCount('reports', 7, 8)).toMatchObject([{ wrong: 'twice', count: 1 }]);
    expect(sameCount('reports', 7, undefined)).toMatchObject([{ wrong: 'lost', count: 7 }]);
    expect(sameCount('reports', 7, 7)).toEqual([]);
  });

  test('a sum is exact to the minor unit', () => {
    expect(sameSum('cost', 1_000n, '999')).toMatchObject([{ wrong: 'lost' }]);
    expect(sameSum('cost', 1_000n, '1001')).toMatchObject([{ wrong: 'twice' }]);
    expect(sameSum('cost', 1_000n, '1000')).toEqual([]);
  });

  test('the last command stands, or the order was not kept', () => {
    expect(lastStands('percent', 40, 30)).toMatchObject([{ wrong: 'out of order' }]);
    expect(lastStands('percent', 40, 40)).toEqual([]);
  });
});
