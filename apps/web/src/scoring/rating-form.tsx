import { Button } from '@mantine/core';
import type { CandidateRating, ScoringModelFigures, ScoringRoundRecord } from '@meridian/contracts-budgeting';
import { useState } from 'react';
import type { SubmitEvent } from 'react';
import { today } from '../dates/format-day.js';
import { roundsKey } from '../gateway/scoring-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import styles from './scoring.module.css';

interface RatingFormProps {
  readonly round: ScoringRoundRecord;
  readonly model: ScoringModelFigures;
  readonly candidateId: string;
  /** What was given before. */
  readonly rating: CandidateRating | undefined;
}

interface Line {
  readonly score: string;
  readonly evidence: string;
  readonly link: string;
}

const blank: Line = { score: '', evidence: '', link: '' };

/** The own scores for one candidate, each by its rubric and with its evidence; a criterion may be left out. */
export function RatingForm({ round, model, candidateId, rating }: RatingFormProps) {
  const [lines, setLines] = useState<ReadonlyMap<string, Line>>(
    () => new Map(rating?.scores.map((score) => [score.criterionId, { ...blank, ...score }])),
  );
  const change = useSend<CandidateRating>([roundsKey]);
  const isClosed = round.state === 'closed';
  const set = (criterionId: string, part: Partial<Line>): void =>
    setLines(new Map([...lines, [criterionId, { ...blank, ...lines.get(criterionId), ...part }]]));
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const scores = model.criteria.flatMap(({ criterionId }) => {
      const { score, evidence, link } = lines.get(criterionId) ?? blank;
      if (score.trim() === '') return [];
      const place = link.trim() === '' ? {} : { link: link.trim() };
      return [{ criterionId, score: score.trim(), evidence: evidence.trim(), ...place }];
    });
    const path = `/v1/scoring-rounds/${encodeURIComponent(round.roundId)}/rating`;
    const body = { candidateId, ratedOn: today(), scores };
    change.mutate({ method: 'PUT', path, body, version: rating?.version ?? 0 });
  };
  return (
    <form className={forms.form} onSubmit={submit} aria-label={`Score ${candidateId}`}>
      {model.criteria.map(({ criterionId, name, rubric, direction }) => {
        const { score, evidence, link } = lines.get(criterionId) ?? blank;
        return (
          <fieldset key={criterionId} className={styles.criterion} disabled={isClosed}>
            <legend>
              {name}
              {direction === 'lower' && ' (less is better)'}
            </legend>
            <p className={styles.rubric}>
              {rubric.map((level) => `${level.score}: ${level.meaning}`).join(' · ')}
            </p>
            <label className={`${forms.field} ${styles.short}`}>
              <span>
                Score, {model.lowest} to {model.highest}
              </span>
              <input
                inputMode="decimal"
                pattern="-?\d{1,6}(\.\d{1,3})?"
                title="A number, as 4 or 3.5"
                value={score}
                onChange={({ currentTarget }) => set(criterionId, { score: currentTarget.value })}
              />
            </label>
            <label className={`${forms.field} ${forms.wide}`}>
              <span>Evidence</span>
              <input
                required={score.trim() !== ''}
                maxLength={1000}
                value={evidence}
                onChange={({ currentTarget }) => set(criterionId, { evidence: currentTarget.value })}
              />
            </label>
            <label className={`${forms.field} ${forms.wide}`}>
              <span>Where it is kept (a web address, may be empty)</span>
              <input
                type="url"
                pattern="https?://.+"
                maxLength={480}
                value={link}
                onChange={({ currentTarget }) => set(criterionId, { link: currentTarget.value })}
              />
            </label>
          </fieldset>
        );
      })}
      {isClosed ? (
        <p className="quiet">The round is closed; the scores stay as they are.</p>
      ) : (
        <Button size="xs" type="submit" loading={change.isPending}>
          Save your scores
        </Button>
      )}
      {change.isSuccess && (
        <p className={forms.done} role="status">
          Saved.
        </p>
      )}
      <ChangeProblem cause={change.error} />
    </form>
  );
}
