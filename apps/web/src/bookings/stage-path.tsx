import type { BookingStage } from './booking-words.js';
import { stages } from './booking-words.js';
import styles from './bookings.module.css';

/** How far it is: a mark for each stage, the passed ones filled. The word stands beside it. */
export function StagePath({ stage }: { readonly stage: BookingStage }) {
  const reached = stages.findIndex((one) => one.stage === stage);
  return (
    <span className={styles.path} aria-hidden>
      {stages.map((one, place) => (
        <i
          key={one.stage}
          data-reached={place <= reached || undefined}
          data-now={place === reached || undefined}
        />
      ))}
    </span>
  );
}
