import { useQuery } from '@tanstack/react-query';
import { scoringRoundsQuery } from '../gateway/scoring-queries.js';
import forms from '../parts/forms.module.css';
import type { QuestionDraft } from './question-draft.js';

interface RoundFieldProps {
  readonly draft: QuestionDraft;
  readonly onChange: (part: Partial<QuestionDraft>) => void;
}

/** Where the worth of the projects comes from: the amounts of the form, or the scores of a round. */
export function RoundField({ draft: { scoringRoundId }, onChange }: RoundFieldProps) {
  const rounds = useQuery(scoringRoundsQuery(undefined)).data?.rounds ?? [];
  return (
    <label className={forms.field}>
      <span>What projects are worth</span>
      <select
        value={scoringRoundId}
        onChange={({ currentTarget }) => onChange({ scoringRoundId: currentTarget.value })}
      >
        <option value="">the amounts below</option>
        {rounds.map(({ roundId, name, portfolio }) => (
          <option key={roundId} value={roundId}>
            scores of {name}, {portfolio}
          </option>
        ))}
      </select>
    </label>
  );
}
