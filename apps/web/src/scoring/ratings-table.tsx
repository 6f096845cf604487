import type { ScoringRoundFigures } from '@meridian/contracts-budgeting';
import { formatDay } from '../dates/format-day.js';
import { EmptyState } from '../parts/empty-state.js';
import parts from '../parts/parts.module.css';
import styles from './scoring.module.css';

/** Every score with who gave it, when, and on what evidence. */
export function RatingsTable({
  figures: { ratings, round, model },
}: {
  readonly figures: ScoringRoundFigures;
}) {
  const scored = ratings.filter(({ scores }) => scores.length > 0);
  if (scored.length === 0)
    return (
      <EmptyState title="Nobody has scored yet">
        The raters find the round on their own page “Scoring”:{' '}
        {round.raters.map(({ name }) => name).join(', ')}.
      </EmptyState>
    );
  const candidates = new Map(round.candidates.map(({ candidateId, name }) => [candidateId, name]));
  const criteria = new Map(model.criteria.map(({ criterionId, name }) => [criterionId, name]));
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Ratings table">
      <table className={`${parts.table} ${styles.ranking}`}>
        <thead>
          <tr>
            {['Candidate', 'Rater', 'Day', 'Criterion'].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col" className={parts.number}>
              Score
            </th>
            <th scope="col">Evidence</th>
          </tr>
        </thead>
        <tbody>
          {scored.flatMap(({ candidateId, raterPersonId, rater, ratedOn, scores }) =>
            scores.map(({ criterionId, score, evidence, link }) => (
              <tr key={`${candidateId} ${raterPersonId} ${criterionId}`}>
                <td>{candidates.get(candidateId) ?? candidateId}</td>
                <td>{rater}</td>
                <td>{formatDay(ratedOn)}</td>
                <td>{criteria.get(criterionId) ?? criterionId}</td>
                <td className={parts.number}>{score}</td>
                <td>
                  {evidence}{' '}
                  {link && (
                    <a href={link} target="_blank" rel="noreferrer noopener">
                      open
                    </a>
                  )}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </div>
  );
}
