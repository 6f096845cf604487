import type { ProjectLine } from '@meridian/contracts-projects';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../dates/format-day.js';
import { HealthBadge } from '../health/health-badge.js';
import { declaredState } from '../health/health-state.js';
import parts from '../parts/parts.module.css';
import styles from './projects.module.css';
import { stageWords } from './stage-words.js';

interface ProjectsTableProps {
  readonly projects: readonly ProjectLine[];
  /** One portfolio was chosen, so its name is not repeated in each row. */
  readonly isNarrowed: boolean;
}

const none = '–';

export function ProjectsTable({ projects, isNarrowed }: ProjectsTableProps) {
  return (
    <div className={parts.scroller} tabIndex={0} role="region" aria-label="Projects table">
      <table className={`${parts.table} ${styles.table}`}>
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Project</th>
            {!isNarrowed && (
              <th scope="col" data-wide>
                Portfolio
              </th>
            )}
            <th scope="col" data-wide>
              Programme
            </th>
            <th scope="col" data-wide>
              Manager
            </th>
            <th scope="col" data-extra>
              Stage
            </th>
            <th scope="col" data-extra>
              Declared
            </th>
            <th scope="col" className={parts.number}>
              Finish
            </th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <Row key={project.projectId} project={project} isNarrowed={isNarrowed} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ project, isNarrowed }: { readonly project: ProjectLine; readonly isNarrowed: boolean }) {
  const declared = declaredState(project.deliveryConfidence);
  return (
    <tr>
      <td className={`${styles.code} quiet`}>{project.code}</td>
      <td>
        <Link className={styles.name} to="/projects/$projectId" params={{ projectId: project.projectId }}>
          {project.name}
        </Link>
      </td>
      {!isNarrowed && <td data-wide>{project.portfolio}</td>}
      <td data-wide>{project.programme ?? none}</td>
      <td data-wide>{project.managerName ?? none}</td>
      <td data-extra>{stageWords(project.stage)}</td>
      <td data-extra>
        {declared ? <HealthBadge state={declared} word={project.deliveryConfidence} /> : none}
      </td>
      <td className={parts.number}>{project.finish ? formatDay(project.finish) : none}</td>
    </tr>
  );
}
