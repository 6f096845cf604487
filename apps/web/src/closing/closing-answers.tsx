import type { ClosingAnswerLine } from '@meridian/contracts-projects';
import { HealthBadge } from '../health/health-badge.js';
import parts from '../parts/parts.module.css';
import { answerStanding, owners, sinceWords } from './closing-words.js';
import styles from './closing.module.css';
import { OpenItems } from './open-items.js';

interface ClosingAnswersProps {
  readonly answers: readonly ClosingAnswerLine[];
}

/** Everybody who was asked: what, and what the answer is now. */
export function ClosingAnswers({ answers }: ClosingAnswersProps) {
  return (
    <div className={parts.scroller}>
      <table className={`${parts.table} ${styles.answers}`}>
        <thead>
          <tr>
            <th scope="col">Asked</th>
            <th scope="col">Answer</th>
            <th scope="col">What is open</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((line) => (
            <tr key={line.owner} className={styles.answer}>
              <td>
                <a href={`#${owners[line.owner].section}`}>{owners[line.owner].label}</a>
                <small className={styles.under}>{line.what}</small>
              </td>
              <td className={styles.standing}>
                <HealthBadge {...answerStanding(line)} />
                <small className={styles.under}>{sinceWords(line)}</small>
              </td>
              <td>
                <OpenItems items={line.items} count={line.openCount} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
