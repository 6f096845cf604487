import styles from './skills.module.css';
import { levelWord } from './skill-words.js';

const top = 5;

/** A level as marks and as its word. */
export function LevelMark({ level }: { readonly level: number }) {
  return (
    <span className={styles.level}>
      <span className={styles.marks} aria-hidden>
        {Array.from({ length: top }, (_, place) => (
          <i key={place} data-reached={place < level || undefined} />
        ))}
      </span>
      {level} <span className="quiet">{levelWord(level)}</span>
    </span>
  );
}
