import type { ClosingReport } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { closingQuery } from '../gateway/closing-queries.js';
import { Panel } from '../parts/panel.js';
import { Reading } from '../parts/reading.js';
import { AskOthers } from './ask-others.js';
import { ClosingAnswers } from './closing-answers.js';
import { ClosingConditions } from './closing-conditions.js';
import { ClosingHistory } from './closing-history.js';
import { closingNote } from './closing-words.js';
import styles from './closing.module.css';
import { Lessons } from './lessons.js';

/** Who has answered whether the project may be closed, what is open where, and what it learned. */
export function ClosingPanel({ projectId }: { readonly projectId: string }) {
  const closing = useQuery(closingQuery(projectId));
  return (
    <Panel title="Closing and lessons" anchor="closing" note={noteOf(closing.data)}>
      <Reading answer={closing} what="The closing">
        {(report) => (
          <>
            {report.answers.length > 0 && <ClosingAnswers answers={report.answers} />}
            {report.stage === 'closing' && report.answers.length === 0 && <AskOthers projectId={projectId} />}
            {report.conditions.length > 0 && <ClosingConditions conditions={report.conditions} />}
            {report.stage === 'closing' && (
              <p className={styles.hint}>
                It is ended under <a href="#lifecycle">Lifecycle</a>; with something open only with a reason.
              </p>
            )}
            <ClosingHistory closings={report.closings.filter(({ state }) => state !== 'open')} />
          </>
        )}
      </Reading>
      <Lessons projectId={projectId} isArchived={closing.data?.stage === 'archived'} />
    </Panel>
  );
}

function noteOf(report: ClosingReport | undefined): string | undefined {
  return report && closingNote(report.closings[0], report.isOverdue);
}
