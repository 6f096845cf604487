import { useQuery } from '@tanstack/react-query';
import { formatLongDay, formatMoment, today } from '../dates/format-day.js';
import type { PortfolioAnswer } from '../gateway/answers.js';
import { meQuery } from '../gateway/queries.js';
import { formatCount } from '../money/format-money.js';
import { Figure } from '../parts/figure.js';
import styles from './today.module.css';

interface TodayHeadProps {
  readonly answer: PortfolioAnswer | undefined;
  readonly portfolio: string | undefined;
}

export function TodayHead({ answer, portfolio }: TodayHeadProps) {
  const me = useQuery(meQuery).data;
  const firstName = me?.name.split(' ')[0];
  return (
    <div className={styles.head}>
      <h1>
        {greeting(new Date().getHours())}
        {firstName ? `, ${firstName}` : ''}
      </h1>
      <p>
        {formatLongDay(today())}
        {answer && (
          <>
            {' · data as of '}
            <Figure value={formatMoment(answer.asOf)} />
            {answer.health && ` · ${projectWords(answer.health.projects)}`}
          </>
        )}
        {portfolio && ` · ${portfolio}`}
      </p>
    </div>
  );
}

function greeting(hour: number): string {
  if (hour < 5) return 'Good night';
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}

function projectWords(count: number): string {
  return count === 1 ? '1 project' : `${formatCount(count)} projects`;
}
