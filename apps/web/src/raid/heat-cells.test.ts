import { expect, test } from '@jest/globals';
import type { RaidLine } from '@meridian/contracts-projects';
import { heatPlaces, heatRows, isPlace, placeWords } from './heat-cells.js';

const entry = (number: number, heat: RaidLine['heat'], effect?: 'opportunity') =>
  ({ number, heat, effect }) as unknown as RaidLine;

test('threats grow to the right, opportunities to the left, so that the greatest stand in the middle', () => {
  const rows = heatRows([]);
  expect(rows).toHaveLength(5);
  expect(rows[0]?.map(({ effect, impactBand }) => `${effect.charAt(0)}${impactBand}`).join(' ')).toBe(
    't1 t2 t3 t4 t5 o5 o4 o3 o2 o1',
  );
  expect(
    rows.map((row) =>
      row
        .slice(0, 5)
        .map(({ zone }) => zone.charAt(0))
        .join(''),
    ),
  ).toEqual(['lmhhh', 'lmmhh', 'llmhh', 'llmmh', 'llllm']);
});

test('a risk stands in one cell, an opportunity in the mirrored one', () => {
  const heat = { probabilityBand: 5, impactBand: 2, score: 0.09, zone: 'moderate' } as const;
  const rows = heatRows([entry(1, heat), entry(2, heat, 'opportunity'), entry(3, undefined)]);
  expect(rows[0]?.map(({ entries }) => entries.map(({ number }) => number))).toEqual([
    [],
    [1],
    [],
    [],
    [],
    [],
    [],
    [],
    [2],
    [],
  ]);
  expect(rows.slice(1).flatMap((row) => row.flatMap(({ entries }) => entries))).toEqual([]);
});

test('a place is said in words and found again', () => {
  const place = { effect: 'opportunity', probabilityBand: 4, impactBand: 1 } as const;
  expect(placeWords(place)).toBe('opportunities, probability high, impact very low');
  expect(heatPlaces().flatMap((row) => row.filter((one) => isPlace(one, place)))).toEqual([
    { ...place, zone: 'low' },
  ]);
  expect(isPlace(place, undefined)).toBe(false);
});
