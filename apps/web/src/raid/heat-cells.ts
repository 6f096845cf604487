import type { RaidLine } from '@meridian/contracts-projects';

export const BANDS = [1, 2, 3, 4, 5] as const;
export const bandWords = ['very low', 'low', 'moderate', 'high', 'very high'] as const;

export type Zone = NonNullable<RaidLine['heat']>['zone'];

/** A place in the matrix. */
export interface HeatPlace {
  readonly effect: 'threat' | 'opportunity';
  readonly probabilityBand: number;
  readonly impactBand: number;
  readonly zone: Zone;
}

/** The open risks that stand in a place. */
export interface HeatCell extends HeatPlace {
  readonly entries: readonly RaidLine[];
}

const PROBABILITIES = [0.1, 0.3, 0.5, 0.7, 0.9];
const IMPACTS = [0.05, 0.1, 0.2, 0.4, 0.8];

/**
 * The matrix row by row, the likeliest first: threats with growing impact, then opportunities mirrored, with falling impact, so
 * that the greatest stand in the middle (PMBOK Guide, fifth edition, figure 11-10).
 */
export function heatPlaces(): readonly (readonly HeatPlace[])[] {
  return BANDS.toReversed().map((probabilityBand) => {
    const side = (effect: HeatPlace['effect']) =>
      BANDS.map((impactBand) => ({
        effect,
        probabilityBand,
        impactBand,
        zone: zoneOf(probabilityBand, impactBand),
      }));
    return [...side('threat'), ...side('opportunity').toReversed()];
  });
}

/** The matrix with the risks of one register. */
export function heatRows(entries: readonly RaidLine[]): readonly (readonly HeatCell[])[] {
  return heatPlaces().map((places) =>
    places.map((place) => ({
      ...place,
      entries: entries.filter(
        ({ effect = 'threat', heat }) => heat !== undefined && isPlace(place, { effect, ...heat }),
      ),
    })),
  );
}

/** Is it the same place of the matrix? */
export function isPlace(place: Omit<HeatPlace, 'zone'>, other: Omit<HeatPlace, 'zone'> | undefined): boolean {
  return (
    place.effect === other?.effect &&
    place.probabilityBand === other.probabilityBand &&
    place.impactBand === other.impactBand
  );
}

/** A place in words: `threats, probability low, impact high`. */
export function placeWords({ effect, probabilityBand, impactBand }: Omit<HeatPlace, 'zone'>): string {
  const side = effect === 'threat' ? 'threats' : 'opportunities';
  return `${side}, probability ${bandWords[probabilityBand - 1]}, impact ${bandWords[impactBand - 1]}`;
}

/** As the service judges risks: high from 0.18, low up to 0.05. */
function zoneOf(probabilityBand: number, impactBand: number): Zone {
  const score = PROBABILITIES[probabilityBand - 1]! * IMPACTS[impactBand - 1]!;
  if (score > 0.179) return 'high';
  return score > 0.059 ? 'moderate' : 'low';
}
