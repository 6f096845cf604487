import type { RaidLine } from '@meridian/contracts-projects';

export const BANDS = [1, 2, 3, 4, 5] as const;
export const bandWords = ['very low', 'low', 'moderate', 'high', 'very high'] as const;

export type Zone = NonNullable<RaidLine['heat']>['zone'];

/** A cell of the matrix, with the open risks that stand in it. */
export interface HeatCell {
  readonly effect: 'threat' | 'opportunity';
  readonly probabilityBand: number;
  readonly impactBand: number;
  readonly zone: Zone;
  readonly entries: readonly RaidLine[];
}

const PROBABILITIES = [0.1, 0.3, 0.5, 0.7, 0.9];
const IMPACTS = [0.05, 0.1, 0.2, 0.4, 0.8];

/**
 * The matrix row by row, the likeliest first: threats with growing impact, then opportunities mirrored, with falling impact, so
 * that the greatest stand in the middle (PMBOK 6, figure 11-5).
 */
export function heatRows(entries: readonly RaidLine[]): readonly (readonly HeatCell[])[] {
  return BANDS.toReversed().map((probabilityBand) => {
    const side = (effect: HeatCell['effect']) =>
      BANDS.map((impactBand) => cellOf(entries, { effect, probabilityBand, impactBand }));
    return [...side('threat'), ...side('opportunity').toReversed()];
  });
}

function cellOf(
  entries: readonly RaidLine[],
  place: Pick<HeatCell, 'effect' | 'probabilityBand' | 'impactBand'>,
): HeatCell {
  const standing = entries.filter(
    ({ effect = 'threat', heat }) =>
      effect === place.effect &&
      heat?.probabilityBand === place.probabilityBand &&
      heat.impactBand === place.impactBand,
  );
  return { ...place, zone: zoneOf(place.probabilityBand, place.impactBand), entries: standing };
}

/** As the service judges risks: high from 0.18, low up to 0.05. */
function zoneOf(probabilityBand: number, impactBand: number): Zone {
  const score = PROBABILITIES[probabilityBand - 1]! * IMPACTS[impactBand - 1]!;
  if (score > 0.179) return 'high';
  return score > 0.059 ? 'moderate' : 'low';
}
