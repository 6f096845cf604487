import type { ScoringRoundFigures } from '@meridian/contracts-budgeting';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { RatingForm } from './rating-form.js';

interface OwnScoresProps {
  readonly figures: ScoringRoundFigures;
  readonly personId: string;
}

/** What the reader gave each candidate, and where they go on. */
export function OwnScores({ figures: { round, model, ratings }, personId }: OwnScoresProps) {
  const own = new Map(
    ratings.filter(({ raterPersonId }) => raterPersonId === personId).map((one) => [one.candidateId, one]),
  );
  const complete = [...own.values()].filter(({ scores }) => scores.length === model.criteria.length).length;
  return (
    <Panel title="Your scores" note={`${complete} of ${round.candidates.length} candidates are complete`}>
      {round.candidates.map(({ candidateId, name }) => {
        const rating = own.get(candidateId);
        const given = rating?.scores.length ?? 0;
        return (
          <details key={candidateId} className={forms.disclosure}>
            <summary>
              {name}: {given} of {model.criteria.length} scored
            </summary>
            <RatingForm
              key={rating?.version ?? 0}
              round={round}
              model={model}
              candidateId={candidateId}
              rating={rating}
            />
          </details>
        );
      })}
    </Panel>
  );
}
