import type { QualityPractice, ScheduleQualityReport } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { formatDay } from '../dates/format-day.js';
import { scheduleQualityQuery } from '../gateway/queries.js';
import { Panel } from '../parts/panel.js';
import { ProblemNotice } from '../parts/problem-notice.js';
import forms from '../parts/forms.module.css';
import { QualityFigureLine } from './quality-figure-line.js';
import { QualityRuns } from './quality-runs.js';
import styles from './schedule.module.css';
import { Verdict } from './verdict.js';

/** The 14 points of DCMA and the ten practices of GAO; each figure opens to what it was counted from. */
export function QualityPanel({ projectId }: { readonly projectId: string }) {
  const quality = useQuery(scheduleQualityQuery(projectId));
  return (
    <Panel title="Schedule quality" note={quality.data && noteOf(quality.data)}>
      {quality.error ? (
        <ProblemNotice cause={quality.error} onRetry={() => void quality.refetch()} />
      ) : !quality.data ? (
        <p className="quiet">Checking the schedule…</p>
      ) : (
        <Quality report={quality.data} />
      )}
    </Panel>
  );
}

function Quality({ report }: { readonly report: ScheduleQualityReport }) {
  return (
    <div className={styles.columns}>
      <div>
        <h3 className={forms.subhead}>DCMA 14 points</h3>
        <ol className={styles.figures}>
          {report.dcma.map((figure) => (
            <li key={figure.name}>
              <QualityFigureLine figure={figure} />
            </li>
          ))}
        </ol>
        <p className={styles.population}>{report.population}</p>
      </div>
      <div>
        <h3 className={forms.subhead}>GAO ten practices</h3>
        <ol className={styles.figures}>
          {report.gao.map((practice) => (
            <li key={practice.number}>
              <Practice practice={practice} />
            </li>
          ))}
        </ol>
        <QualityRuns runs={report.runs} />
      </div>
    </div>
  );
}

function Practice({ practice }: { readonly practice: QualityPractice }) {
  const { number, name, points, figures, passes } = practice;
  return (
    <details className={styles.figure}>
      <summary>
        <span className={styles.number}>{number}</span>
        <span>{name}</span>
        <Verdict passes={passes} />
      </summary>
      {points.length > 0 && <p>From the DCMA points {points.join(', ')}.</p>}
      {figures.map((figure) => (
        <QualityFigureLine key={figure.name} figure={figure} />
      ))}
    </details>
  );
}

function noteOf({ dcma, statusDate }: ScheduleQualityReport): string {
  const failed = dcma.filter(({ passes }) => passes === false).length;
  const counted = dcma.filter(({ passes }) => passes !== undefined).length;
  const date = statusDate ? `, status of ${formatDay(statusDate)}` : ', without a status date';
  return `${counted - failed} of ${counted} points pass${date}`;
}
