import type { Retrospective, SprintLine } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { sprintQuery } from '../gateway/board-queries.js';
import forms from '../parts/forms.module.css';
import { Reading } from '../parts/reading.js';
import styles from './board.module.css';
import { RetrospectiveActions } from './retrospective-actions.js';
import { RetrospectiveForm } from './retrospective-form.js';

interface RetrospectiveSectionProps {
  readonly projectId: string;
  readonly sprint: SprintLine;
  readonly mayWork: boolean;
}

/** What the team said when it looked back at a sprint, and what it wants to do differently. */
export function RetrospectiveSection({ projectId, sprint, mayWork }: RetrospectiveSectionProps) {
  const file = useQuery(sprintQuery(projectId, sprint.sprintId));
  return (
    <section className={styles.retrospective} aria-label={`Retrospective of sprint ${sprint.number}`}>
      <Reading answer={file} what="The retrospective">
        {({ retrospective }) => (
          <>
            {retrospective ? (
              <>
                <Said retrospective={retrospective} />
                <RetrospectiveActions projectId={projectId} retrospective={retrospective} mayWork={mayWork} />
              </>
            ) : (
              <p className={styles.goal}>Nobody has looked back at this sprint yet.</p>
            )}
            {mayWork && sprint.state !== 'planned' && (
              <details className={forms.disclosure}>
                <summary>{retrospective ? 'Say it anew' : 'Look back'}</summary>
                <RetrospectiveForm
                  key={retrospective?.version ?? 0}
                  projectId={projectId}
                  sprintId={sprint.sprintId}
                  before={retrospective}
                />
              </details>
            )}
          </>
        )}
      </Reading>
    </section>
  );
}

function Said({ retrospective: { wentWell, toImprove } }: { readonly retrospective: Retrospective }) {
  return (
    <div className={styles.said}>
      <List title="Went well" lines={wentWell} />
      <List title="To improve" lines={toImprove} />
    </div>
  );
}

function List({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div>
      <h3 className={forms.subhead}>{title}</h3>
      {lines.length === 0 ? (
        <p className={styles.goal}>Nothing was said.</p>
      ) : (
        <ul>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
