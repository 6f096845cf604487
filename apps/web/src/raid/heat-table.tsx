import type { ReactNode } from 'react';
import parts from '../parts/parts.module.css';
import { BANDS, bandWords, type HeatPlace } from './heat-cells.js';
import styles from './raid.module.css';

interface HeatTableProps<P extends HeatPlace> {
  readonly rows: readonly (readonly P[])[];
  /** What stands in a cell. */
  readonly cell: (place: P) => ReactNode;
  readonly titleOf: (place: P) => string;
}

/** The matrix of probability and impact, threats on the left and opportunities on the right. */
export function HeatTable<P extends HeatPlace>({ rows, cell, titleOf }: HeatTableProps<P>) {
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
          {rows.map((places, at) => (
            <tr key={at}>
              <th scope="row">{bandWords[4 - at]}</th>
              {places.map((place) => (
                <td
                  key={`${place.effect} ${place.impactBand}`}
                  data-effect={place.effect}
                  data-zone={place.zone}
                  title={titleOf(place)}
                >
                  {cell(place)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
