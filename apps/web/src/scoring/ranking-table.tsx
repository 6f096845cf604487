import type { CandidateRank, CriterionMean, ScoringModelFigures } from '@meridian/contracts-budgeting';
import { Link } from '@tanstack/react-router';
import { HealthBadge } from '../health/health-badge.js';
import parts from '../parts/parts.module.css';
import styles from './scoring.module.css';
import { scoreWords, shareWords } from './scoring-words.js';

interface RankingTableProps {
  readonly ranking: readonly CandidateRank[];
  readonly model: ScoringModelFigures;
}

/** Candidates, the best first: score, what is missing, and on what the raters disagree. */
export function RankingTable({ ranking, model }: RankingTableProps) {
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Ranking table">
      <table className={`${parts.table} ${styles.ranking}`}>
        <thead>
          <tr>
            <th scope="col" className={parts.number}>
              Rank
            </th>
            <th scope="col">Candidate</th>
            <th scope="col" className={parts.number}>
              Score
            </th>
            <th scope="col" className={parts.number}>
              Scored
            </th>
            {model.criteria.map(({ criterionId, name, weight }) => (
              <th key={criterionId} scope="col" className={parts.number}>
                {name} <span className="quiet">{shareWords(weight)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ranking.map(
            ({ candidateId, name, projectId, rank, score, completeness, criteria, isDisputed }) => (
              <tr key={candidateId}>
                <td className={parts.number}>{rank ?? '–'}</td>
                <td>
                  {projectId ? (
                    <Link to="/projects/$projectId" params={{ projectId }}>
                      {name}
                    </Link>
                  ) : (
                    name
                  )}{' '}
                  <span className="quiet">{candidateId}</span>{' '}
                  {isDisputed && <HealthBadge state="at-risk" word="Raters disagree" />}
                </td>
                <td className={parts.number}>
                  {score === undefined ? (
                    <span className="quiet">not ranked</span>
                  ) : (
                    <strong>{scoreWords(score)}</strong>
                  )}
                </td>
                <td className={parts.number}>{shareWords(completeness)}</td>
                {model.criteria.map(({ criterionId }) => (
                  <td key={criterionId} className={parts.number}>
                    <Mean mean={criteria.find((one) => one.criterionId === criterionId)} />
                  </td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

function Mean({ mean }: { readonly mean: CriterionMean | undefined }) {
  if (!mean) return <span className={styles.gap}>missing</span>;
  const spread = Number(mean.spread) > 0 ? `±${scoreWords(String(Number(mean.spread) / 2))}` : '';
  return (
    <span
      className={mean.isDisputed ? styles.disputed : undefined}
      title={`${mean.raters} ${mean.raters === 1 ? 'rater' : 'raters'}, ${scoreWords(mean.spread)} apart`}
    >
      {scoreWords(mean.mean)} <span className="quiet">{spread}</span>
      {mean.isDisputed && <span className="sr-only"> the raters disagree</span>}
    </span>
  );
}
