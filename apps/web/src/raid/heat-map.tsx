import type { RaidLine } from '@meridian/contracts-projects';
import { heatRows, type HeatCell } from './heat-cells.js';
import { HeatTable } from './heat-table.js';

/** Open risks by probability and impact, opportunities mirrored. Nothing shows where nobody knows what an impact is a share of. */
export function HeatMap({ entries }: { readonly entries: readonly RaidLine[] }) {
  const standing = entries.filter(({ heat }) => heat !== undefined);
  if (standing.length === 0) return null;
  return <HeatTable rows={heatRows(standing)} cell={numbersOf} titleOf={titleOf} />;
}

function numbersOf({ entries }: HeatCell): string {
  return entries.map(({ number }) => number).join(', ');
}

function titleOf({ zone, entries }: HeatCell): string {
  return entries.length === 0 ? zone : `${zone}: ${entries.map(({ title }) => title).join('; ')}`;
}
