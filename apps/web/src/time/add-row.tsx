import { useInfiniteQuery } from '@tanstack/react-query';
import { projectsQuery } from '../gateway/queries.js';
import forms from '../parts/forms.module.css';
import styles from './time.module.css';
import { backgroundWork, keyOf, type GridRow, type Work } from './week-grid.js';

interface AddRowProps {
  readonly rows: readonly GridRow[];
  readonly onAdd: (work: Work) => void;
}

/** Background work and projects that are not in the grid yet. */
export function AddRow({ rows, onAdd }: AddRowProps) {
  const answer = useInfiniteQuery(projectsQuery('', undefined));
  const projects = (answer.data?.pages ?? []).flatMap((page) =>
    page.projects.map(({ projectId, name }): Work => ({ projectId, name })),
  );
  const isNew = (work: Work) => !rows.some((row) => keyOf(row) === keyOf(work));
  const [kinds, others] = [backgroundWork.filter(isNew), projects.filter(isNew)];
  return (
    <label className={`${forms.field} ${styles.add}`}>
      <span>Add a line</span>
      <select
        value=""
        onChange={({ currentTarget }) => {
          const chosen = [...kinds, ...others].find((work) => keyOf(work) === currentTarget.value);
          if (chosen) onAdd(chosen);
        }}
      >
        <option value="">Choose what you worked on</option>
        <optgroup label="No project">
          {kinds.map((work) => (
            <option key={keyOf(work)} value={keyOf(work)}>
              {work.name}
            </option>
          ))}
        </optgroup>
        <optgroup label="Projects">
          {others.map((work) => (
            <option key={keyOf(work)} value={keyOf(work)}>
              {work.name}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}
