import type { VarianceRecord } from '@meridian/contracts-budgeting';
import { useQuery } from '@tanstack/react-query';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { variancesQuery } from '../gateway/money-queries.js';
import { useMay } from '../gateway/use-may.js';
import { HealthBadge } from '../health/health-badge.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { ExplainForm } from './explain-form.js';
import { FollowUpForm } from './follow-up-form.js';
import {
  deviationWords,
  entrySentence,
  lastDeviation,
  limitWords,
  variancePath,
  varianceState,
} from './variance-words.js';
import styles from './variances.module.css';

interface VariancePanelProps {
  readonly projectId: string;
  readonly currency: string;
}

/** Forecasts that left their tolerance: why, what is done about it, and what became of that. */
export function VariancePanel({ projectId, currency }: VariancePanelProps) {
  const answer = useQuery(variancesQuery(projectId));
  return (
    <Panel
      anchor="variances"
      title="Tolerance breaches"
      note="opened by the forecast, explained by the manager"
    >
      <Reading answer={answer} what="The tolerance breaches" lines={3}>
        {({ variances }) =>
          variances.length === 0 ? (
            <EmptyState title="Every forecast is within its tolerance">
              When a forecast of cost or finish leaves its tolerance, it opens here what its manager has to
              explain, with a corrective action and its day.
            </EmptyState>
          ) : (
            <ul className={styles.variances}>
              {variances.map((variance) => (
                <Variance key={variance.varianceId} variance={variance} currency={currency} />
              ))}
            </ul>
          )
        }
      </Reading>
    </Panel>
  );
}

function Variance({ variance, currency }: { readonly variance: VarianceRecord; readonly currency: string }) {
  const { of, state, unit, history, version, cause, impact, action, dueOn } = variance;
  const mayWrite = useMay('budget:write') === true;
  const deviation = lastDeviation(variance);
  const reached = variancePath.findIndex((one) => one.state === state);
  return (
    <li>
      <header className={styles.head}>
        <strong>{of === 'cost' ? 'Cost' : 'Finish'}</strong>
        {deviation !== undefined && (
          <span className={styles.deviation}>{deviationWords(deviation, unit)}</span>
        )}
        <span className="quiet">{limitWords(variance)}</span>
        <HealthBadge {...varianceState(variance)} />
      </header>
      <ol className={styles.path}>
        {variancePath.map((one, place) => (
          <li
            key={one.state}
            data-reached={place <= reached || undefined}
            aria-current={place === reached ? 'step' : undefined}
          >
            {one.word}
          </li>
        ))}
      </ol>
      {cause !== undefined && (
        <dl className={styles.said}>
          <div>
            <dt>Cause</dt>
            <dd>{cause}</dd>
          </div>
          <div>
            <dt>Impact</dt>
            <dd>{impact}</dd>
          </div>
          <div>
            <dt>Corrective action</dt>
            <dd>
              {action}
              {dueOn && <span className="quiet"> Due on {formatDay(dueOn)}.</span>}
            </dd>
          </div>
        </dl>
      )}
      {mayWrite && state === 'asked' && <ExplainForm key={`explain ${version}`} variance={variance} />}
      {mayWrite && state === 'acting' && <FollowUpForm key={`follow ${version}`} variance={variance} />}
      <details className={forms.disclosure}>
        <summary>History</summary>
        <ol className={styles.history} reversed>
          {history.toReversed().map((entry) => (
            <li key={entry.place}>
              <span className="quiet">{formatMoment(entry.at)}</span> {entrySentence(entry, unit, currency)}
            </li>
          ))}
        </ol>
      </details>
    </li>
  );
}
