import styles from './capacity.module.css';
import people from '../people/people.module.css';

const levels = [
  ['free', 'below 75 %'],
  ['good', '75–100 %'],
  ['full', 'to 110 %'],
  ['over', 'to 125 %'],
  ['high', 'above 125 %'],
  ['away', 'away'],
] as const;

/** What the shades mean; the number says the same. */
export function HeatKey() {
  return (
    <ul className={styles.key}>
      {levels.map(([level, words]) => (
        <li key={level}>
          <span className={people.swatch} data-level={level} aria-hidden />
          {words}
        </li>
      ))}
    </ul>
  );
}
