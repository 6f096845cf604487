import { IconCloudOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { MissingPart } from '../gateway/answers.js';
import styles from './parts.module.css';

interface PartProps<A> {
  /** What the gateway sent for this part; null when its service did not answer. */
  readonly answer: A | null;
  readonly part: string;
  readonly missing: readonly MissingPart[];
  readonly children: (answer: A) => ReactNode;
}

/** Shows a part of a page, or calmly says that it is missing and why. */
export function Part<A>({ answer, part, missing, children }: PartProps<A>): ReactNode {
  if (answer !== null) return children(answer);
  return <MissingNotice gap={missing.find((one) => one.part === part)} part={part} />;
}

interface MissingNoticeProps {
  readonly gap: MissingPart | undefined;
  readonly part: string;
}

export function MissingNotice({ gap, part }: MissingNoticeProps) {
  return (
    <div className={styles.calm} role="status">
      <IconCloudOff size={22} aria-hidden />
      <strong>The {part} part is missing right now</strong>
      <p>
        {gap ? `The ${gap.service} service gave no answer (${gap.reason}).` : 'Its service gave no answer.'}{' '}
        The other parts stand on their own; this one comes back by itself.
      </p>
    </div>
  );
}
