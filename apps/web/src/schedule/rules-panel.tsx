import type { ScheduleRulesInForce } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { withReadableDays } from '../dates/days-in-words.js';
import { formatDay, formatMoment } from '../dates/format-day.js';
import { rulesQuery } from '../gateway/queries.js';
import { useMay } from '../gateway/use-may.js';
import { formatCount } from '../money/format-money.js';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import forms from '../parts/forms.module.css';
import { RulesForm } from './rules-form.js';
import styles from './schedule.module.css';

/** How the plan is scheduled, and every wish in it that cannot be met. */
export function RulesPanel({ projectId }: { readonly projectId: string }) {
  const rules = useQuery(rulesQuery(projectId));
  const mayChange = useMay('project:write');
  return (
    <Panel title="Rules and clashes" note={rules.data && originWords(rules.data)}>
      {rules.error ? (
        <ProblemNotice cause={rules.error} onRetry={() => void rules.refetch()} />
      ) : !rules.data ? (
        <p className="quiet">Reading the rules…</p>
      ) : (
        <>
          {mayChange ? (
            <RulesForm key={rules.data.version} projectId={projectId} rules={rules.data} />
          ) : (
            <p>{rulesWords(rules.data)}</p>
          )}
          <Clashes rules={rules.data} />
        </>
      )}
    </Panel>
  );
}

function Clashes({ rules: { clashes } }: { readonly rules: ScheduleRulesInForce }) {
  if (clashes.length === 0)
    return <p className="quiet">No constraint, deadline or report is against the links.</p>;
  return (
    <>
      <h3 className={forms.subhead}>{formatCount(clashes.length)} wishes against the links</h3>
      <ul className={styles.clashes}>
        {clashes.map((clash) => (
          <li key={`${clash.taskId} ${clash.kind} ${clash.end}`}>{withReadableDays(clash.sentence)}</li>
        ))}
      </ul>
    </>
  );
}

function originWords({ setByName, setAt }: ScheduleRulesInForce): string {
  return setByName && setAt ? `set by ${setByName}, ${formatMoment(setAt)}` : 'as the plan file says';
}

function rulesWords({ statusDate, outOfSequence, honour }: ScheduleRulesInForce): string {
  const date = statusDate ? `Status date ${formatDay(statusDate)}` : 'No status date';
  const logic = outOfSequence === 'retained-logic' ? 'retained logic' : 'progress override';
  return `${date}, ${logic}; where they clash, the ${honour} stands.`;
}
