import { Button } from '@mantine/core';
import { GatewayProblem } from '../gateway/gateway-problem.js';
import { SignInProblem } from '../sign-in/sign-in-problem.js';
import styles from './parts.module.css';

interface ProblemNoticeProps {
  readonly cause: unknown;
  readonly onRetry: () => void;
}

/** Says what went wrong, what to do, and the id under which it is logged. */
export function ProblemNotice({ cause, onRetry }: ProblemNoticeProps) {
  const { title, detail, correlationId } = wordsOf(cause);
  return (
    <div className={styles.calm} role="alert">
      <strong>{title}</strong>
      <p>{detail}</p>
      {correlationId && <p className={styles.trace}>Reference for support: {correlationId}</p>}
      <Button size="xs" variant="default" onClick={onRetry}>
        Try again
      </Button>
    </div>
  );
}

function wordsOf(cause: unknown): { title: string; detail: string; correlationId?: string } {
  if (cause instanceof GatewayProblem) return cause;
  if (cause instanceof SignInProblem) return { title: cause.title, detail: cause.advice };
  return { title: 'This page could not be loaded', detail: 'Try again in a moment.' };
}
