import type { RaidLine } from '@meridian/contracts-projects';
import parts from '../parts/parts.module.css';
import { BANDS, bandWords, heatRows, type HeatCell } from './heat-cells.js';
import styles from './raid.module.css';

/** Open risks by probability and impact, opportunities mirrored. Nothing shows where nobody knows what an impact is a share of. */
export function HeatMap({ entries }: { readonly entries: readonly RaidLine[] }) {
  const standing = entries.filter(({ heat }) => heat !== undefined);
  if (standing.length === 0) return null;
  const rows = heatRows(standing);
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Probability and impact">
      <table className={styles.heat}>
        <caption>
          Probability and impact: by the share of the budget or of the duration that is at stake
        </caption>
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={5}>
              Threats
            </th>
            <th scope="colgroup" colSpan={5}>
              Opportunities
            </th>
          </tr>
          <tr>
            <td />
            {[...BANDS, ...BANDS.toReversed()].map((band, at) => (
              <th key={at} scope="col">
                {bandWords[band - 1]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((cells, at) => (
            <tr key={at}>
              <th scope="row">{bandWords[4 - at]}</th>
              {cells.map((cell) => (
                <Cell key={`${cell.effect} ${cell.impactBand}`} cell={cell} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ cell: { effect, zone, entries } }: { readonly cell: HeatCell }) {
  return (
    <td
      data-effect={effect}
      data-zone={zone}
      title={entries.length === 0 ? zone : `${zone}: ${entries.map(({ title }) => title).join('; ')}`}
    >
      {entries.map(({ number }) => number).join(', ')}
    </td>
  );
}
