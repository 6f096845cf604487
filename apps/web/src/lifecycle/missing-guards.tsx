import type { StageWay } from '@meridian/contracts-projects';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import styles from './lifecycle.module.css';
import { isOverridable } from './way-words.js';

interface MissingGuardsProps extends Pick<StageWay, 'missing'> {
  readonly projectId: string;
}

/** What does not hold yet on a way, with what was found and what to do. */
export function MissingGuards({ missing, projectId }: MissingGuardsProps) {
  if (missing.length === 0)
    return (
      <p className={styles.ready}>
        <IconCircleCheck size={16} aria-hidden /> Everything this way asks for is there.
      </p>
    );
  return (
    <ul className={styles.missing} aria-label="Still missing">
      {missing.map(({ guard, found, toDo }) => (
        <li key={guard}>
          <IconCircleDashed size={16} aria-hidden />
          <span>
            <strong>Found {found}.</strong> {toDo}{' '}
            {guard === 'business-case' && <CaseLink projectId={projectId} />}
            {isOverridable({ guard, found }) && <a href="#closing">See who has answered</a>}
          </span>
        </li>
      ))}
    </ul>
  );
}

function CaseLink({ projectId }: Pick<MissingGuardsProps, 'projectId'>) {
  return (
    <Link to="/projects/$projectId/business-case" params={{ projectId }}>
      Open the business case
    </Link>
  );
}
