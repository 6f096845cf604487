import type { ErrorComponentProps } from '@tanstack/react-router';
import { ProblemNotice } from '../parts/problem-notice.js';

/** The page itself failed: the frame stays, so one can go elsewhere. */
export function PageProblem({ error, reset }: ErrorComponentProps) {
  return <ProblemNotice cause={error} onRetry={reset} />;
}
