import type { GroupPerformanceFigures, GroupPerformanceLine } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../dates/format-day.js';
import { EmptyState } from '../parts/empty-state.js';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';
import { denominatorName, titleOf } from './figure-words.js';
import { groupPerformanceQuery } from './growth-queries.js';
import { PeriodSwitch } from './performance-panel.js';

/** Figures of units, by name: a table nobody can sort, and nothing where it would be about a few. */
export function GroupFiguresPanel() {
  const [period, setPeriod] = useState<string>();
  const answer = useQuery(groupPerformanceQuery(period));
  const { data } = answer;
  return (
    <Panel
      title={data ? `Units, ${data.period}` : 'Units'}
      note={data && `Shown with ${data.smallestGroup} or more people behind a figure, besides you and yours`}
      side={data && <PeriodSwitch period={data.period} onChange={setPeriod} />}
    >
      <Reading answer={answer} what="The figures of units">
        {(figures) =>
          figures.groups.length === 0 ? (
            <EmptyState title="No figures of this period">
              They are made once, on {formatDay(figures.madeOn)}, of figures that people have released.
            </EmptyState>
          ) : (
            <Units figures={figures} />
          )
        }
      </Reading>
    </Panel>
  );
}

function Units({ figures: { groups } }: { readonly figures: GroupPerformanceFigures }) {
  const shown = groups.flatMap(({ figures }) => figures);
  const kinds = [...new Map(shown.map((figure) => [figure.kind, figure])).values()];
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Figures of units">
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">Unit</th>
            {kinds.map((figure) => (
              <th key={figure.kind} scope="col" className={parts.number}>
                {titleOf(figure)}
                <br />
                <small className="quiet">of {denominatorName(figure.ofWhat)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <Unit key={group.orgUnit} group={group} kinds={kinds.map(({ kind }) => kind)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface UnitProps {
  readonly group: GroupPerformanceLine;
  readonly kinds: readonly string[];
}

function Unit({ group: { orgUnit, isHidden, figures }, kinds }: UnitProps) {
  return (
    <tr>
      <td>
        <strong>{orgUnit}</strong>
      </td>
      {isHidden ? (
        <td colSpan={Math.max(1, kinds.length)} className="quiet">
          hidden: too few people
        </td>
      ) : (
        kinds.map((kind) => {
          const figure = figures.find((one) => one.kind === kind);
          return (
            <td key={kind} className={parts.number}>
              {figure ? `${figure.percent} %` : <span className="quiet">hidden</span>}
            </td>
          );
        })
      )}
    </tr>
  );
}
