import { randomUUID } from 'node:crypto';
import { findPerson } from '../people.js';
import type { Story } from './live-until-today.js';

/** What ideas are scored on, from 1 to 5, and what the ends and the middle of the scale mean. */
const CRITERIA = [
  {
    criterionId: 'fit',
    name: 'Fit with the strategy',
    weight: '0.35',
    rubric: [
      'serves no goal of the strategy',
      'serves one goal in part',
      'a goal cannot be reached without it',
    ],
  },
  {
    criterionId: 'benefit',
    name: 'Benefit within three years',
    weight: '0.30',
    rubric: ['less than it costs', 'about twice what it costs', 'more than four times what it costs'],
  },
  {
    criterionId: 'risk',
    name: 'Risk of delivery',
    weight: '0.20',
    direction: 'lower',
    rubric: ['done before, by the same people', 'new to us, known to others', 'nobody has done it'],
  },
  {
    criterionId: 'urgency',
    name: 'Cost of waiting a year',
    weight: '0.15',
    rubric: ['none', 'half of the benefit is lost', 'a law is broken or a contract lost'],
  },
] as const;
const SCALE = ['1', '3', '5'] as const;

/** What a rater gives an idea on each criterion, in their order; nothing where they know too little to say. */
type Row = readonly (number | undefined)[];

/** Of Sam, who decides, and of Priya, who would build much of it. */
const SCORES: Readonly<Record<string, readonly [Row, Row]>> = {
  'SER-01': [
    [4, 3, 2, 5],
    [4, 3, 3, 5],
  ],
  // They see its risk differently: the sheet says so.
  'MES-01': [
    [5, 5, 2, 3],
    [5, 4, 5, 3],
  ],
  'CRM-03': [
    [4, 4, 3, 2],
    [4, 3, 3, 2],
  ],
  'DAT-03': [
    [5, 4, 4, 2],
    [4, 5, 4, 3],
  ],
  'FIN-01': [
    [3, 5, 1, 2],
    [3, 4, 2, 2],
  ],
  'HRM-01': [
    [2, 3, 2, 2],
    [2, 3, 2, 1],
  ],
  'LOG-01': [
    [3, 3, 3, 2],
    [2, 3, 3, 2],
  ],
  // What waiting costs is known to nobody yet, so the model takes the middle of the scale.
  'QUA-01': [
    [4, 3, 2, undefined],
    [3, 4, 2, undefined],
  ],
  'SEC-01': [
    [4, 2, 1, 5],
    [5, 3, 1, 4],
  ],
  'CLD-01': [
    [3, 3, 2, 1],
    [3, 4, 2, 2],
  ],
};
const RATERS = ['sam.rossi', 'priya.nair'] as const;
const EVIDENCE = ['Idea sheet and talk with the sponsor', 'Estimate of the team, first sketch of the work'];

/**
 * The board's model, published, and a closed round in which two people scored every idea.
 *
 * @returns the round, for a scenario to take its values from
 */
export async function scoreIdeas(
  { as, days, today }: Story,
  ideas: readonly { readonly code: string; readonly name: string }[],
): Promise<string> {
  const anna = as('anna.meyer');
  const [modelId, roundId] = [randomUUID(), randomUUID()];
  const model = {
    name: 'Worth of an idea',
    lowest: '1',
    highest: '5',
    missing: 'neutral',
    disagreement: '3',
  };
  const criteria = CRITERIA.map(({ rubric, ...criterion }) => ({
    ...criterion,
    rubric: SCALE.map((score, place) => ({ score, meaning: rubric[place] })),
  }));
  await anna.command('PUT', `/v1/scoring-models/${modelId}`, { ...model, criteria }, version(0));
  const decision = { decision: 'Portfolio board, how ideas are weighed' };
  await anna.command('POST', `/v1/scoring-models/${modelId}/publication`, decision, version(1));
  const round = {
    name: `Ideas for ${Number(today.slice(0, 4)) + 1}`,
    portfolio: 'Group portfolio',
    modelId,
    modelVersion: 2,
    candidates: ideas.map(({ code, name }) => ({ candidateId: code, name })),
    raters: RATERS.map((handle) => ({
      personId: findPerson(handle)?.personId,
      name: findPerson(handle)?.name,
    })),
  };
  const path = `/v1/scoring-rounds/${roundId}`;
  await anna.command('PUT', path, { ...round, state: 'open' }, version(0));
  await Promise.all(
    RATERS.map(async (handle, rater) => {
      for (const { code } of ideas) {
        const scores = (SCORES[code]?.[rater] ?? []).flatMap((score, place) =>
          score === undefined
            ? []
            : { criterionId: CRITERIA[place]?.criterionId, score: String(score), evidence: EVIDENCE[rater] },
        );
        const rating = { candidateId: code, ratedOn: days.on(-10), scores };
        await as(handle).command('PUT', `${path}/rating`, rating, version(0));
      }
    }),
  );
  await anna.command('PUT', path, { ...round, state: 'closed' }, version(1));
  return roundId;
}

function version(known: number): Record<string, string> {
  return { 'If-Match': `"${known}"` };
}
