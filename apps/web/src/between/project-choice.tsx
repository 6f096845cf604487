import { useQuery } from '@tanstack/react-query';
import { allProjectsQuery } from '../gateway/queries.js';
import forms from '../parts/forms.module.css';

interface ProjectChoiceProps {
  /** The project that does not stand among the others. */
  readonly but: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (projectId: string) => void;
}

/** Another project that the person may see. */
export function ProjectChoice({ but, label, value, onChange }: ProjectChoiceProps) {
  const projects = useQuery(allProjectsQuery).data ?? [];
  return (
    <label className={forms.field}>
      <span>{label}</span>
      <select required value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)}>
        <option value="">choose a project</option>
        {projects
          .filter(({ projectId, stage }) => projectId !== but && stage !== 'archived')
          .map(({ projectId, code, name }) => (
            <option key={projectId} value={projectId}>
              {code} {name}
            </option>
          ))}
      </select>
    </label>
  );
}
