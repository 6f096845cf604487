import styles from './gantt.module.css';

const entries = ['Task', 'Critical', 'Milestone', 'Baseline', 'Today'];

export function GanttLegend() {
  return (
    <ul className={styles.legend} aria-label="Legend">
      {entries.map((name) => (
        <li key={name} data-entry={name.toLowerCase()}>
          {name}
        </li>
      ))}
    </ul>
  );
}
