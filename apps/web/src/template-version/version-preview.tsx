import type { TemplateVersionPreview } from '@meridian/contracts-projects';
import { Link } from '@tanstack/react-router';
import { formatDay, formatSlip } from '../dates/format-day.js';
import { DifferencesView } from '../schedule/differences-view.js';
import styles from '../schedule/schedule.module.css';

/** What the chosen lines would do to the plan, and to projects that wait for it. */
export function VersionPreview({ preview }: { readonly preview: TemplateVersionPreview }) {
  const { plan, projects } = preview;
  return (
    <>
      <DifferencesView differences={plan} source="chosen lines" />
      {projects.length > 0 && (
        <>
          <p className={styles.sums}>
            {projects.length === 1 ? 'One other project moves' : `${projects.length} other projects move`}{' '}
            with it:
          </p>
          <ul className={styles.clashes}>
            {projects.map(({ projectId, code, name, finish, finishDays = 0 }, at) => (
              <li key={projectId ?? at}>
                {projectId === undefined ? (
                  name
                ) : (
                  <Link to="/projects/$projectId" params={{ projectId }}>
                    {code} {name}
                  </Link>
                )}
                {finish !== undefined && (
                  <>
                    , finish {formatDay(finish)} <span className="quiet">{formatSlip(finishDays)}</span>
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
