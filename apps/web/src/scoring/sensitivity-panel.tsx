import type { CandidateRank, ScoringModelFigures, ScoringSensitivity } from '@meridian/contracts-budgeting';
import { useNavigate } from '@tanstack/react-router';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import styles from './scoring.module.css';
import { isFree, shareWords, swapWords } from './scoring-words.js';

interface SensitivityPanelProps {
  readonly sensitivity: ScoringSensitivity;
  readonly ranking: readonly CandidateRank[];
  readonly model: ScoringModelFigures;
}

const mostSwaps = 8;

/** How much the ranking hangs on the weights: computed, not tried out. */
export function SensitivityPanel({ sensitivity, ranking, model }: SensitivityPanelProps) {
  const navigate = useNavigate({ from: '/scoring/$roundId' });
  const { chosen, ranges, swaps, leftOut } = sensitivity;
  const names = new Map([
    ...ranking.map(({ candidateId, name }) => [candidateId, name] as const),
    ...model.criteria.map(({ criterionId, name }) => [criterionId, name] as const),
  ]);
  return (
    <Panel title="If the weights were others" note="one weight moves, the others keep their proportions">
      <label className={`${forms.field} ${styles.chosen}`}>
        <span>How many of the first are chosen</span>
        <input
          type="number"
          min={1}
          max={Math.max(1, ranking.length)}
          value={chosen}
          onChange={({ currentTarget: { valueAsNumber } }) =>
            valueAsNumber >= 1 &&
            void navigate({ search: (before) => ({ ...before, chosen: valueAsNumber }), replace: true })
          }
        />
      </label>
      <div className={styles.halves}>
        <div className={parts.scroller} tabIndex={0} role="region" aria-label="Weights that keep the choice">
          <table className={parts.table}>
            <thead>
              <tr>
                <th scope="col">Criterion</th>
                <th scope="col" className={parts.number}>
                  Weight
                </th>
                <th scope="col">The same {chosen === 1 ? 'one is' : `${chosen} are`} chosen</th>
              </tr>
            </thead>
            <tbody>
              {ranges.map((range) => (
                <tr key={range.criterionId}>
                  <td>{names.get(range.criterionId) ?? range.criterionId}</td>
                  <td className={parts.number}>{shareWords(range.weight)}</td>
                  <td>
                    {isFree(range)
                      ? 'whatever it weighs'
                      : `from ${shareWords(range.from)} to ${shareWords(range.to)}`}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        <div>
          <h3 className={forms.subhead}>Where neighbours change places, the nearest first</h3>
          {swaps.length === 0 ? (
            <p className="quiet">No weight changes the order of two neighbours.</p>
          ) : (
            <ul className={styles.swaps}>
              {swaps.slice(0, mostSwaps).map((swap) => (
                <li key={`${swap.ahead} ${swap.behind} ${swap.criterionId}`}>{swapWords(swap, names)}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
      {leftOut.length > 0 && (
        <p className="quiet">
          Not compared, for a missing score: {leftOut.map((id) => names.get(id) ?? id).join(', ')}.
        </p>
      )}
    </Panel>
  );
}
