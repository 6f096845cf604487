import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectAnswer } from '../gateway/answers.js';
import { dependenciesQuery, linksQuery } from '../gateway/between-queries.js';
import { useMay } from '../gateway/use-may.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import styles from './between.module.css';
import { DependencyDetail } from './dependency-detail.js';
import { DependencyTable } from './dependency-table.js';
import { LinkForm } from './link-form.js';
import { LinkTable } from './link-table.js';
import { OfferForm } from './offer-form.js';

/** What the project gets from others and gives to them: links that move plans, and promises that people answer. */
export function BetweenPanel({ answer: { project, plan } }: { readonly answer: ProjectAnswer }) {
  const { projectId } = project;
  const links = useQuery(linksQuery(projectId));
  const promises = useQuery(dependenciesQuery(projectId));
  const mayWrite = useMay('project:write') === true && plan !== null && plan.taskCount > 0;
  const [chosenId, setChosen] = useState<string>();
  return (
    <Panel title="Between projects" anchor="between">
      <h3 className={forms.subhead}>Links: one plan follows the other</h3>
      <Reading answer={links} what="The links" lines={2}>
        {({ links: lines }) =>
          lines.length === 0 ? (
            <p className={styles.empty}>
              No task waits for another project. A link moves this plan in the moment the other one moves.
            </p>
          ) : (
            <LinkTable projectId={projectId} links={lines} mayWrite={mayWrite} />
          )
        }
      </Reading>
      {mayWrite && (
        <details className={forms.disclosure}>
          <summary>Wait for a task of another project</summary>
          <LinkForm key={links.data?.links.length ?? 0} projectId={projectId} />
        </details>
      )}
      <h3 className={forms.subhead}>Promises: people agree on a day</h3>
      <Reading answer={promises} what="The promises" lines={2}>
        {({ dependencies }) => {
          const chosen = dependencies.find(({ dependencyId }) => dependencyId === chosenId);
          return dependencies.length === 0 ? (
            <p className={styles.empty}>
              Nothing is promised. A promise moves no plan; when its forecast passes the agreed day, both
              sides hear of it.
            </p>
          ) : (
            <>
              <DependencyTable lines={dependencies} chosenId={chosenId} onChoose={setChosen} />
              {chosen && (
                <DependencyDetail
                  key={`${chosen.dependencyId} ${chosen.version}`}
                  projectId={projectId}
                  line={chosen}
                />
              )}
            </>
          );
        }}
      </Reading>
      {mayWrite && (
        <details className={forms.disclosure}>
          <summary>Promise something to another project</summary>
          <OfferForm key={promises.data?.dependencies.length ?? 0} projectId={projectId} />
        </details>
      )}
    </Panel>
  );
}
