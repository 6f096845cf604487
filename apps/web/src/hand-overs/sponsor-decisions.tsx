import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay } from '../dates/format-day.js';
import { sponsorDecisionsQuery } from '../gateway/staffing-queries.js';
import { Reading } from '../parts/reading.js';
import styles from './hand-overs.module.css';

/** Gates and decisions that wait for who leaves as a sponsor: another sponsor gets them with the project, the PMO may decide. */
export function SponsorDecisions({ personId }: { readonly personId: string }) {
  const answer = useQuery(sponsorDecisionsQuery([personId]));
  return (
    <Reading answer={answer} what="What waits for the sponsor" lines={1}>
      {({ decisions }) =>
        decisions.length === 0 ? null : (
          <ul className={styles.items}>
            {decisions.map(({ kind, subjectId, projectId, projectName, name, dueOn }) => (
              <li key={subjectId} className={styles.approval}>
                <span className={styles.kind}>{kind === 'gate' ? 'Gate to decide' : 'Decision to take'}</span>
                <span>
                  <strong>{name}</strong>, {projectName}
                  {dueOn !== undefined && `, due ${formatDay(dueOn)}`}
                </span>
                <Link to="/projects/$projectId" params={{ projectId }} hash="governance">
                  Open
                </Link>
              </li>
            ))}
          </ul>
        )
      }
    </Reading>
  );
}
