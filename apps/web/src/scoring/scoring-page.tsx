import type { ScoringRoundRecord } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { formatMoment } from '../dates/format-day.js';
import { scoringModelsQuery, scoringRoundsQuery } from '../gateway/scoring-queries.js';
import { useMay } from '../gateway/use-may.js';
import { HealthBadge } from '../health/health-badge.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { ModelForm } from './model-form.js';
import { ModelList } from './model-list.js';
import { RoundForm } from './round-form.js';

/** Rounds in which candidates are scored, and the models they are scored by. */
export function ScoringPage() {
  const { portfolio } = useSearch({ from: '/scoring' });
  const mayDecide = useMay('budget:approve') === true;
  const rounds = useQuery(scoringRoundsQuery(portfolio));
  const models = useQuery(scoringModelsQuery);
  const published = models.data?.models.filter(({ state }) => state === 'published') ?? [];
  useTitle('Scoring');
  return (
    <>
      <PageHead
        title="Scoring"
        under="How much each candidate serves what the house wants, said by several people, each on evidence and without seeing the others."
      />
      <div className={page.page}>
        <Panel title="Rounds" note={rounds.data && `${rounds.data.rounds.length}`}>
          <Reading answer={rounds} what="The rounds">
            {(answer) => <RoundList rounds={answer.rounds} mayDecide={mayDecide} />}
          </Reading>
          {mayDecide && published.length > 0 && (
            <details className={forms.disclosure}>
              <summary>Open a round</summary>
              <RoundForm models={published} portfolio={portfolio} />
            </details>
          )}
        </Panel>
        <Panel title="Models" note="a published version never changes">
          <Reading answer={models} what="The scoring models">
            {(answer) =>
              answer.models.length === 0 ? (
                <EmptyState title="There is no scoring model yet">
                  A model says on what candidates are scored, how much each criterion weighs and what a score
                  means. The PMO and sponsors draft and publish it.
                </EmptyState>
              ) : (
                <ModelList models={answer.models} mayDecide={mayDecide} />
              )
            }
          </Reading>
          {mayDecide && (
            <details className={forms.disclosure}>
              <summary>Draft a new model</summary>
              <ModelForm model={undefined} />
            </details>
          )}
        </Panel>
      </div>
    </>
  );
}

interface RoundListProps {
  readonly rounds: readonly ScoringRoundRecord[];
  readonly mayDecide: boolean;
}

function RoundList({ rounds, mayDecide }: RoundListProps) {
  if (rounds.length === 0)
    return (
      <EmptyState title={mayDecide ? 'No round was opened yet' : 'Nobody asks you to score'}>
        {mayDecide
          ? 'Publish a model, then open a round: which candidates are scored, and by whom.'
          : 'When the PMO names you as a rater, the round appears here.'}
      </EmptyState>
    );
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Rounds table">
      <table className={parts.table}>
        <thead>
          <tr>
            <th scope="col">Round</th>
            <th scope="col">State</th>
            <th scope="col">Raters</th>
            <th scope="col" className={parts.number}>
              Candidates
            </th>
            <th scope="col">Changed</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map(({ roundId, name, portfolio, state, raters, candidates, ...round }) => (
            <tr key={roundId}>
              <td>
                <Link to="/scoring/$roundId" params={{ roundId }}>
                  {name}
                </Link>{' '}
                <span className="quiet">{portfolio}</span>
              </td>
              <td>
                {state === 'open' ? (
                  <HealthBadge state="on-track" word="Open" />
                ) : (
                  <HealthBadge state="unknown" word="Closed" />
                )}
              </td>
              <td>{raters.map((rater) => rater.name).join(', ')}</td>
              <td className={parts.number}>{candidates.length}</td>
              <td>
                {formatMoment(round.recordedAt)} <span className="quiet">{round.recordedBy}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
