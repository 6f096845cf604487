import { Button } from '@mantine/core';
import type { Recorded, SiteLine } from '@meridian/contracts-projects';
import { useState } from 'react';
import { rolloutsKey } from '../gateway/rollout-queries.js';
import { useSend } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import styles from './rollouts.module.css';
import { withItem } from './site-draft.js';
import { SiteForm } from './site-form.js';

/** Where things are rolled out, and what is still missing there. */
export function SitesPanel({ sites }: { readonly sites: readonly SiteLine[] }) {
  const [changedId, setChanged] = useState<string>();
  const changed = sites.find(({ siteId }) => siteId === changedId);
  return (
    <>
      {sites.length === 0 ? (
        <EmptyState title="There is no site yet">
          Add the plants, offices or countries below: each with its working days, holidays, currency and what
          it needs before work begins.
        </EmptyState>
      ) : (
        <div className={parts.scroller} tabIndex={0} role="region" aria-label="Sites table">
          <table className={`${parts.table} ${styles.table}`}>
            <thead>
              <tr>
                {['Site', 'Language', 'Currency', 'Time zone', 'Manager', 'Readiness'].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
                <th scope="col">
                  <span className="sr-only">Actions</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {sites.map((site) => (
                <tr key={site.siteId}>
                  <td>
                    <strong>{site.name}</strong> <span className="quiet">{site.code}</span>
                  </td>
                  <td>{site.language}</td>
                  <td>{site.currency}</td>
                  <td>{site.timeZone}</td>
                  <td>{site.managerName ?? '–'}</td>
                  <td>
                    <Readiness site={site} />
                  </td>
                  <td className={styles.actions}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Change ${site.name}`}
                      aria-expanded={site.siteId === changedId}
                      onClick={() => setChanged(site.siteId === changedId ? undefined : site.siteId)}
                    >
                      Change
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {changed && (
        <SiteForm
          key={`${changed.siteId} ${changed.version}`}
          site={changed}
          onDone={() => setChanged(undefined)}
        />
      )}
      <details className={forms.disclosure}>
        <summary>Add a site</summary>
        <SiteForm />
      </details>
    </>
  );
}

function Readiness({ site }: { readonly site: SiteLine }) {
  const change = useSend<Recorded>([rolloutsKey]);
  if (site.readiness.length === 0) return <span className="quiet">nothing is asked for</span>;
  return (
    <ul className={styles.readiness}>
      {site.readiness.map(({ text, isDone }, at) => (
        <li key={text}>
          <label className={forms.check}>
            <input
              type="checkbox"
              checked={isDone}
              disabled={change.isPending}
              onChange={({ currentTarget }) =>
                change.mutate({
                  method: 'PUT',
                  path: `/v1/sites/${encodeURIComponent(site.siteId)}`,
                  body: withItem(site, at, currentTarget.checked),
                  version: site.version,
                })
              }
            />
            {text}
          </label>
        </li>
      ))}
      <li>
        <ChangeProblem cause={change.error} />
      </li>
    </ul>
  );
}
