import { Button } from '@mantine/core';
import type { ScoringRoundFigures, ScoringRoundRecord } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { meQuery } from '../gateway/queries.js';
import { roundsKey, scoringRoundQuery } from '../gateway/scoring-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { PageHead } from '../parts/page-head.js';
import forms from '../parts/forms.module.css';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { OwnScores } from './own-scores.js';
import { RankingTable } from './ranking-table.js';
import { RatingsTable } from './ratings-table.js';
import { SensitivityPanel } from './sensitivity-panel.js';

/** A round: the own scores of a rater; for who decides the ranking and how much it hangs on the weights. */
export function RoundPage() {
  const { roundId } = useParams({ from: '/scoring/$roundId' });
  const { chosen } = useSearch({ from: '/scoring/$roundId' });
  const answer = useQuery(scoringRoundQuery(roundId, chosen));
  const me = useQuery(meQuery).data;
  const round = answer.data?.round;
  useTitle(round?.name ?? 'Scoring');
  return (
    <>
      <PageHead
        title={round?.name ?? 'Scoring'}
        under={
          answer.data && (
            <>
              {round?.portfolio}, by “{answer.data.model.name}” version {answer.data.model.version}
              {round?.state === 'closed' ? ', closed' : ''}. <Link to="/scoring">All rounds</Link>
            </>
          )
        }
      />
      <div className={page.page}>
        <Reading answer={answer} what="The round" lines={8}>
          {(figures) => {
            const isRater = figures.round.raters.some(({ personId }) => personId === me?.personId);
            return (
              <>
                {figures.ranking && <Ranking figures={figures} ranking={figures.ranking} />}
                {isRater && me && <OwnScores figures={figures} personId={me.personId} />}
                {figures.ranking && (
                  <Panel title="What each rater said" note={`${figures.ratings.length} ratings`}>
                    <details className={forms.disclosure}>
                      <summary>Scores with their evidence</summary>
                      <RatingsTable figures={figures} />
                    </details>
                  </Panel>
                )}
              </>
            );
          }}
        </Reading>
      </div>
    </>
  );
}

interface RankingProps {
  readonly figures: ScoringRoundFigures;
  readonly ranking: NonNullable<ScoringRoundFigures['ranking']>;
}

function Ranking({ figures, ranking }: RankingProps) {
  const { round, model, sensitivity } = figures;
  return (
    <>
      <Panel
        title="Ranking"
        note="mean of the raters; how far they lie apart beside it"
        side={round.state === 'open' && <Closing round={round} />}
      >
        <RankingTable ranking={ranking} model={model} />
      </Panel>
      {sensitivity && <SensitivityPanel sensitivity={sensitivity} ranking={ranking} model={model} />}
    </>
  );
}

function Closing({ round }: { readonly round: ScoringRoundRecord }) {
  const change = useSend<ScoringRoundRecord>([roundsKey]);
  const { roundId, version, name, portfolio, modelId, modelVersion, candidates, raters } = round;
  const body = { name, portfolio, modelId, modelVersion, candidates, raters, state: 'closed' };
  const path = `/v1/scoring-rounds/${encodeURIComponent(roundId)}`;
  return (
    <>
      <Button
        size="compact-xs"
        variant="default"
        loading={change.isPending}
        onClick={() => change.mutate({ method: 'PUT', path, body, version })}
      >
        Close the round
      </Button>
      <ChangeProblem cause={change.error} />
    </>
  );
}
