import type { TeamPerformanceLine } from '@meridian/contracts-resourcing';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { EmptyState } from '../parts/empty-state.js';
import { PageHead } from '../parts/page-head.js';
import page from '../parts/page.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { useTitle } from '../parts/use-title.js';
import { FigureList } from './figure-list.js';
import { GoalsPanel } from './goals-panel.js';
import { performanceQuery, teamQuery } from './growth-queries.js';
import { OwnPeoplePanel } from './own-people-panel.js';
import { PeriodSwitch } from './performance-panel.js';
import styles from './growth.module.css';

/** A line manager's people, one at a time: what they released, and what they want to learn. */
export function TeamPage() {
  useTitle('My people');
  const [period, setPeriod] = useState<string>();
  const [chosen, setChosen] = useState<TeamPerformanceLine>();
  const answer = useQuery(teamQuery(period));
  const shown = answer.data?.period;
  return (
    <>
      <PageHead
        title="My people"
        under="People see their figures first. Here they stand by name; there is no list of them by a figure."
      />
      <div className={page.page}>
        <OwnPeoplePanel />
        <Panel
          title={shown ? `Their figures, ${shown}` : 'Their figures'}
          side={shown && <PeriodSwitch period={shown} onChange={setPeriod} />}
        >
          <Reading answer={answer} what="Your people">
            {({ people }) =>
              people.length === 0 ? (
                <EmptyState title="Nobody">You are nobody's line manager.</EmptyState>
              ) : (
                <ul className={styles.lines}>
                  {people.map((person) => (
                    <li key={person.personId} className={styles.line}>
                      <button
                        type="button"
                        className={styles.person}
                        aria-pressed={chosen?.personId === person.personId}
                        onClick={() => setChosen(person)}
                      >
                        {person.personName}
                      </button>
                      <span className="quiet">{whenText(person)}</span>
                    </li>
                  ))}
                </ul>
              )
            }
          </Reading>
        </Panel>
        {chosen && shown && (
          <>
            <PersonFigures key={`${chosen.personId} ${shown}`} person={chosen} period={shown} />
            <GoalsPanel key={chosen.personId} personId={chosen.personId} />
          </>
        )}
      </div>
    </>
  );
}

function PersonFigures({
  person,
  period,
}: {
  readonly person: TeamPerformanceLine;
  readonly period: string;
}) {
  const isReleased = useQuery(teamQuery(period)).data?.people.find(
    ({ personId }) => personId === person.personId,
  )?.isReleased;
  const answer = useQuery({ ...performanceQuery(period, person.personId), enabled: isReleased === true });
  const title = `${person.personName}, ${period}`;
  if (isReleased !== true) {
    return (
      <Panel title={title}>
        <EmptyState title="Not released yet">
          {person.personName} sees the figures first, and releases them with a word of their own.
        </EmptyState>
      </Panel>
    );
  }
  return (
    <Panel title={title}>
      <Reading answer={answer} what="The figures" lines={6}>
        {({ figures, comment, seenAt }) => (
          <>
            <FigureList figures={figures} />
            <p className={styles.said}>
              {comment
                ? `${person.personName}: ${comment}`
                : seenAt
                  ? `Looked at on ${formatMoment(seenAt)}, without a comment.`
                  : 'The person has not looked at them; the notice is over.'}
            </p>
          </>
        )}
      </Reading>
    </Panel>
  );
}

function whenText({ isSeen, isReleased, releasedOn }: TeamPerformanceLine): string {
  if (isSeen) return 'looked at and released';
  if (isReleased) return 'released after the notice';
  return releasedOn ? `the person's alone until ${formatDay(releasedOn)}` : "the person's alone";
}
