import type { EarnedValueMethodSetV2 } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { formatMoment } from '../dates/format-day.js';
import { earnedValueMethodsQuery } from '../gateway/money-queries.js';
import { useMay } from '../gateway/use-may.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';
import { EarningForm } from './earning-form.js';
import { inForce, methodWords, recordedWords } from './earning-words.js';
import styles from './earning.module.css';

/** How the parts of a plan earn their budget, and what was reached or counted of them. */
export function EarningPanel({ projectId }: { readonly projectId: string }) {
  const answer = useQuery(earnedValueMethodsQuery(projectId));
  const mayWrite = useMay('budget:write') === true;
  return (
    <Panel
      anchor="earning"
      title="How the work earns"
      note="by percent complete where nothing else is set; the innermost part counts"
    >
      <Reading answer={answer} what="How the work earns" lines={3}>
        {({ methods }) => {
          const sets = inForce(methods);
          return (
            <>
              {sets.length === 0 ? (
                <EmptyState title="All of it earns by percent complete">
                  Milestones, quantities, points or level of effort can be set for a task or a part of the
                  plan; earned value follows at once.
                </EmptyState>
              ) : (
                <ul className={styles.parts}>
                  {sets.map((set) => (
                    <Part
                      key={set.wbs}
                      set={set}
                      before={methods.filter(({ wbs, version }) => wbs === set.wbs && version < set.version)}
                      projectId={projectId}
                      mayWrite={mayWrite}
                    />
                  ))}
                </ul>
              )}
              {mayWrite && (
                <details className={forms.disclosure}>
                  <summary>Set how another part earns</summary>
                  <EarningForm
                    projectId={projectId}
                    versions={new Map(sets.map(({ wbs, version }) => [wbs, version]))}
                  />
                </details>
              )}
            </>
          );
        }}
      </Reading>
    </Panel>
  );
}

interface PartProps {
  readonly set: EarnedValueMethodSetV2;
  readonly before: readonly EarnedValueMethodSetV2[];
  readonly projectId: string;
  readonly mayWrite: boolean;
}

function Part({ set, before, projectId, mayWrite }: PartProps) {
  const { wbs, version, method, milestones = [] } = set;
  return (
    <li>
      <p className={styles.head}>
        <strong>WBS {wbs}</strong>
        <span>{methodWords[method]}</span>
        <span>{recordedWords(set)}</span>
      </p>
      {milestones.length > 0 && (
        <ul className={styles.milestones}>
          {milestones.map(({ name, weight, reachedOn }) => (
            <li key={name} data-reached={reachedOn !== undefined || undefined}>
              {name} <span className={parts.number}>({weight})</span>
              {reachedOn === undefined ? ' not reached' : ' reached'}
            </li>
          ))}
        </ul>
      )}
      <Said set={set} />
      {mayWrite && (
        <details className={forms.disclosure}>
          <summary>Record or change</summary>
          <EarningForm key={version} projectId={projectId} set={set} />
        </details>
      )}
      {before.length > 0 && (
        <details className={forms.disclosure}>
          <summary>History</summary>
          {before.map((earlier) => (
            <p key={earlier.version} className={styles.earlier}>
              {methodWords[earlier.method]} {recordedWords(earlier)} <Said set={earlier} />
            </p>
          ))}
        </details>
      )}
    </li>
  );
}

function Said({ set: { reason, setBy, setAt } }: { readonly set: EarnedValueMethodSetV2 }) {
  return (
    <span className="quiet">
      {reason} {setBy}, {formatMoment(setAt)}
    </span>
  );
}
