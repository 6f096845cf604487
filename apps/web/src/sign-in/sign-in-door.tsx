import { Button } from '@mantine/core';
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { session } from './session.js';
import styles from './sign-in-door.module.css';

/** Shows the application to people who are signed in, and says what to do to everyone else. */
export function SignInDoor({ children }: { readonly children: ReactNode }) {
  const state = useSyncExternalStore(session.subscribe, session.state);
  if (state.kind === 'signed-in') return children;
  if (state.kind === 'failed')
    return <Notice title={state.problem.title} text={state.problem.advice} action="Try again" />;
  if (state.kind === 'signed-out')
    return (
      <Notice title="You are signed out" text="Your work is saved. See you next time." action="Sign in" />
    );
  return <Notice title="Signing you in" text="One moment, your identity provider is being asked." />;
}

interface NoticeProps {
  readonly title: string;
  readonly text: string;
  readonly action?: string;
}

function Notice({ title, text, action }: NoticeProps) {
  return (
    <main className={styles.page}>
      <div className={styles.card} role={action ? undefined : 'status'}>
        <img src="/meridian.svg" alt="" width={40} height={40} />
        <h1>{title}</h1>
        <p>{text}</p>
        {action && <Button onClick={() => void session.signIn()}>{action}</Button>}
      </div>
    </main>
  );
}
