import type { RiskMatrix } from '@meridian/contracts-projects';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { riskMatrixQuery } from '../gateway/raid-queries.js';
import { Choice } from '../parts/choice.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { heatPlaces, isPlace, placeWords, type HeatPlace } from './heat-cells.js';
import { HeatTable } from './heat-table.js';
import { ProjectExposures } from './project-exposures.js';
import styles from './raid.module.css';
import { RaidTable } from './raid-table.js';

/** The open risks of all projects in one matrix: each count opens to its risks. */
export function MatrixPanel({ portfolio }: { readonly portfolio: string | undefined }) {
  const [programme, setProgramme] = useState('');
  const [chosen, setChosen] = useState<HeatPlace>();
  const filter = { portfolio, programme: programme || undefined };
  const answer = useQuery({ ...riskMatrixQuery(filter), placeholderData: keepPreviousData });
  const choose = (name: string): void => {
    setProgramme(name);
    setChosen(undefined);
  };
  return (
    <>
      <Panel title="Risk matrix" note={answer.data && noteOf(answer.data)}>
        <Reading answer={answer} what="The risk matrix" lines={6}>
          {(matrix) => (
            <>
              {matrix.programmes.length > 0 && (
                <div className={forms.form}>
                  <Choice
                    label="Programme"
                    value={programme}
                    options={[['', 'all'], ...matrix.programmes.map((name) => [name, name] as const)]}
                    onChange={choose}
                  />
                </div>
              )}
              {matrix.standing === 0 ? (
                <EmptyState title="No open risk stands in the matrix">
                  A risk has its place by its probability and by its impact as a share of the budget or of the
                  duration of its project.
                </EmptyState>
              ) : (
                <HeatTable
                  rows={heatPlaces()}
                  titleOf={({ zone }) => zone}
                  cell={(place) => <Count {...{ matrix, place, chosen }} onChoose={setChosen} />}
                />
              )}
              {chosen && <CellRisks filter={filter} place={chosen} />}
            </>
          )}
        </Reading>
      </Panel>
      {answer.data && answer.data.projects.length > 0 && <ProjectExposures matrix={answer.data} />}
    </>
  );
}

interface CountProps {
  readonly matrix: RiskMatrix;
  readonly place: HeatPlace;
  readonly chosen: HeatPlace | undefined;
  readonly onChoose: (place: HeatPlace | undefined) => void;
}

function Count({ matrix, place, chosen, onChoose }: CountProps) {
  const count = matrix.cells.find((cell) => isPlace(cell, place))?.count;
  if (count === undefined) return null;
  const isOpen = isPlace(place, chosen);
  return (
    <button
      type="button"
      className={styles.count}
      aria-expanded={isOpen}
      aria-label={`${count} ${placeWords(place)}`}
      onClick={() => onChoose(isOpen ? undefined : place)}
    >
      {count}
    </button>
  );
}

interface CellRisksProps {
  readonly filter: Parameters<typeof riskMatrixQuery>[0];
  readonly place: HeatPlace;
}

function CellRisks({ filter, place: { effect, probabilityBand, impactBand } }: CellRisksProps) {
  const place = { effect, probabilityBand, impactBand };
  const answer = useQuery(riskMatrixQuery({ ...filter, ...place }));
  return (
    <section aria-label={placeWords(place)}>
      <h3 className={forms.subhead}>Here stand: {placeWords(place)}</h3>
      <Reading answer={answer} what="The risks of the cell">
        {({ risks }) => <RaidTable entries={risks} />}
      </Reading>
    </section>
  );
}

function noteOf({ standing, withoutPlace }: RiskMatrix): string {
  const left = withoutPlace === 0 ? '' : `, ${withoutPlace} without a place`;
  return `${standing} open${left}`;
}
