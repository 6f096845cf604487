import { Button } from '@mantine/core';
import type { LevellingProposalFigures } from '@meridian/contracts-resourcing';
import { useInfiniteQuery } from '@tanstack/react-query';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { proposalQuery } from '../gateway/capacity-queries.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatCount, formatPercent } from '../money/format-money.js';
import { EmptyState } from '../parts/empty-state.js';
import { Figures } from '../parts/figures.js';
import type { NamedFigure } from '../parts/figures.js';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { LevelledProjects } from './levelled-projects.js';
import { proposalState } from './levelling-words.js';
import styles from './levelling.module.css';
import { MovesTable } from './moves-table.js';

/** What the proposal costs and gains, what each owner says to it, and every task that moves with its reason. */
export function ProposalPanels({ proposalId }: { readonly proposalId: string }) {
  const answer = useInfiniteQuery(proposalQuery(proposalId));
  return (
    <Reading answer={answer} what="The proposal" lines={8}>
      {({ pages }) => {
        const [proposal] = pages;
        if (!proposal) return null;
        const moves = pages.flatMap((page) => page.moves);
        const names = new Map(proposal.projects.map(({ projectId, name }) => [projectId, name]));
        return (
          <>
            <Panel
              title="Proposal"
              note={`made ${formatMoment(proposal.madeAt)}`}
              side={<HealthBadge {...proposalState(proposal.state)} />}
            >
              <Figures figures={figuresOf(proposal)} />
              {proposal.state === 'outdated' && (
                <p className={styles.sentence}>
                  The plan of one of its projects changed after it was made: ask for a new one on the page of
                  capacity.
                </p>
              )}
              <ul className={styles.assumptions} aria-label="What it takes for granted">
                {proposal.assumptions.map((assumption) => (
                  <li key={assumption}>{assumption}</li>
                ))}
              </ul>
            </Panel>
            <LevelledProjects proposal={proposal} />
            <Panel
              title="What moves"
              note={`${formatCount(moves.length)} of ${formatCount(proposal.moveCount)} tasks`}
            >
              {moves.length === 0 ? (
                <EmptyState title="Nothing moves">
                  {proposal.overbookedDaysBefore === 0
                    ? 'Nobody is booked above capacity in these projects: there is nothing to level.'
                    : 'No task that may move takes work off those who have too much; let more projects take part.'}
                </EmptyState>
              ) : (
                <MovesTable moves={moves} names={names} />
              )}
              {answer.hasNextPage && (
                <Button
                  size="compact-sm"
                  variant="subtle"
                  loading={answer.isFetchingNextPage}
                  onClick={() => void answer.fetchNextPage()}
                >
                  Show more
                </Button>
              )}
            </Panel>
          </>
        );
      }}
    </Reading>
  );
}

function figuresOf(proposal: LevellingProposalFigures): readonly NamedFigure[] {
  const { overbookedDaysBefore, overbookedDaysAfter, makespanBeforeDays, makespanAfterDays, isOptimal, gap } =
    proposal;
  return [
    {
      name: 'Days above capacity',
      value: formatCount(overbookedDaysAfter),
      from: `${formatCount(overbookedDaysBefore)} as planned, over all people and roles`,
    },
    {
      name: 'Last finish',
      value: formatDay(proposal.finishAfter),
      from: `${formatDay(proposal.finishBefore)} as planned`,
    },
    {
      name: 'Working days',
      value: formatCount(makespanAfterDays),
      from: `${formatCount(makespanBeforeDays)} as planned`,
    },
    {
      name: 'How good it is',
      value: isOptimal ? 'Proven best' : `Within ${formatPercent(gap * 100, undefined, 1)}`,
      from: isOptimal ? 'no plan ends earlier' : `no plan ends before ${formatDay(proposal.finishBound)}`,
    },
    { name: 'Tasks that move', value: formatCount(proposal.moveCount) },
  ];
}
