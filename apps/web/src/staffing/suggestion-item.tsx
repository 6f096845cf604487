import { Button } from '@mantine/core';
import type { StaffingCandidate, StaffingSuggestion } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../dates/format-day.js';
import { projectQuery } from '../gateway/queries.js';
import { HealthBadge } from '../health/health-badge.js';
import { formatCount } from '../money/format-money.js';
import { FitReasons } from '../people/fit-reasons.js';
import { ChangeProblem } from '../parts/change-problem.js';
import styles from './staffing.module.css';
import { useProposal } from './use-proposal.js';

/** One resource that is nobody yet: the best, the next best and its price, and the way to book one of them. */
export function SuggestionItem({ suggestion }: { readonly suggestion: StaffingSuggestion }) {
  const { projectId, resourceName, assignmentIds, start, finish, workMinutes } = suggestion;
  const bookings = useQuery(projectQuery(projectId)).data?.people?.bookings ?? [];
  const own = bookings.filter(({ assignmentId }) => assignmentIds.includes(assignmentId));
  const proposed = own.filter(({ stage }) => stage === 'proposed').length;
  const { propose, isPending, error } = useProposal(projectId, own);
  const candidate = (title: string, person: StaffingCandidate | undefined, note?: string) =>
    person && (
      <div className={styles.candidate}>
        <p className={styles.name}>
          <span className="quiet">{title}</span> <strong>{person.name}</strong>{' '}
          <span className="quiet">{person.role}</span>
          <span className={styles.score} title="Points times weights, of 100">
            {Math.round(person.score / 100)}
          </span>
        </p>
        <FitReasons reasons={person.reasons} />
        {note && <p className={`${styles.note} quiet`}>{note}</p>}
        <Button
          size="compact-xs"
          variant={title === 'Best' ? 'filled' : 'default'}
          disabled={own.length === 0}
          loading={isPending}
          aria-label={`Propose ${person.name} for ${resourceName}`}
          onClick={() => propose(person.personId)}
        >
          Propose {person.name}
        </Button>
      </div>
    );
  return (
    <li>
      <header className={styles.head}>
        <strong>{resourceName}</strong>
        <span className="quiet">
          {tasks(assignmentIds.length)}, {formatDay(start)} to {formatDay(finish)},{' '}
          {formatCount(Math.round(workMinutes / 60))} hours
        </span>
        {proposed > 0 && (
          <HealthBadge state="at-risk" word={`${tasks(proposed)} proposed, waits for the project`} />
        )}
        <Link
          to="/bookings"
          search={{ list: 'open', project: projectId, assignment: assignmentIds[0] ?? '' }}
          className={styles.more}
        >
          All who fit
        </Link>
      </header>
      {suggestion.person ? (
        <div className={styles.pair}>
          {candidate('Best', suggestion.person)}
          {candidate('Next', suggestion.nextBest, priceOf(suggestion.nextBestCosts))}
        </div>
      ) : (
        <p className="quiet">
          Nobody with the skill and time is left. Change when the work is done, train somebody, or ask a
          partner.
        </p>
      )}
      <ChangeProblem cause={error} />
    </li>
  );
}

function priceOf(costs: number | undefined): string {
  if (costs === undefined) return 'With that, one resource more would stay without anybody.';
  if (costs === 0) return 'Just as good in all.';
  return `Costs ${formatCount(Math.round(costs / 100))} points in all; others may change places then.`;
}

function tasks(count: number): string {
  return count === 1 ? '1 task' : `${formatCount(count)} tasks`;
}
