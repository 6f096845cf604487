import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.js';

interface ReadingProps<A> {
  readonly answer: Pick<UseQueryResult<A>, 'data' | 'error' | 'refetch'>;
  /** What is being read, for those who cannot see the grey lines: `The budget tree`. */
  readonly what: string;
  readonly lines?: number;
  readonly children: (answer: A) => ReactNode;
}

/** What was read, or that it is being read, or why it could not be. What was there before stays when asking again fails. */
export function Reading<A>({ answer, what, lines = 4, children }: ReadingProps<A>): ReactNode {
  const { data, error, refetch } = answer;
  if (data !== undefined) return children(data);
  if (error) return <ProblemNotice cause={error} onRetry={() => void refetch()} />;
  return (
    <div role="status" aria-label={`${what} is being read`}>
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={22} mt={8} />
      ))}
    </div>
  );
}
