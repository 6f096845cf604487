import type { QualityRun } from '@meridian/contracts-projects';
import { formatMoment } from '../dates/format-day.js';
import forms from '../parts/forms.module.css';
import styles from './schedule.module.css';

/** How the quality was at each import and gate. */
export function QualityRuns({ runs }: { readonly runs: readonly QualityRun[] }) {
  if (runs.length === 0) return null;
  return (
    <table className={styles.runs}>
      <caption className={forms.subhead}>Kept checks</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">At</th>
          <th scope="col">DCMA</th>
          <th scope="col">GAO</th>
        </tr>
      </thead>
      <tbody>
        {runs.map((run) => (
          <tr key={run.checkId}>
            <td>{formatMoment(run.checkedAt)}</td>
            <td>
              {run.occasion === 'import' ? `import of plan ${run.planVersion}` : (run.gateName ?? 'a gate')}
            </td>
            <td>
              {run.passed} pass, {run.failed} fail
            </td>
            <td>
              {run.practicesPassed} pass, {run.practicesFailed} fail
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
