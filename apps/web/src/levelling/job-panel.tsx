import { Button } from '@mantine/core';
import type { LevellingJobState, Recorded } from '@meridian/contracts-resourcing';
import { formatMoment } from '../dates/format-day.js';
import { levellingKey } from '../gateway/capacity-queries.js';
import { useMay } from '../gateway/use-may.js';
import { useSend } from '../gateway/use-send.js';
import { formatCount } from '../money/format-money.js';
import { ChangeProblem } from '../parts/change-problem.js';
import { Panel } from '../parts/panel.js';
import { jobWords, progressWords } from './levelling-words.js';
import styles from './levelling.module.css';

/** How far the search is: time, the best plan so far, and what is proven about it. */
export function JobPanel({ job }: { readonly job: LevellingJobState }) {
  const { state, seconds, projects, requestedAt, attempt, progress, reason } = job;
  const isOpen = state === 'queued' || state === 'running';
  const share = isOpen ? Math.min(((progress?.elapsedMs ?? 0) / (seconds * 1000)) * 100, 100) : 100;
  const note = `${formatCount(projects)} projects, asked for ${formatMoment(requestedAt)}`;
  return (
    <Panel title={jobWords(state)} note={attempt > 1 ? `${note}, attempt ${attempt}` : note}>
      <div
        className={styles.progress}
        role="progressbar"
        aria-label="Search"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(share)}
      >
        <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
          <rect className={styles.there} width={100} height={6} />
          <rect className={styles.done} data-state={state} width={share} height={6} />
        </svg>
      </div>
      <p className={styles.sentence} role="status">
        {state === 'failed' || state === 'cancelled'
          ? (reason ?? 'No reason was given.')
          : progressWords({ state, progress })}
      </p>
      {isOpen && <Cancel jobId={job.jobId} />}
    </Panel>
  );
}

function Cancel({ jobId }: { readonly jobId: string }) {
  const mayCancel = useMay('resource:write') === true;
  const change = useSend<Recorded>([levellingKey]);
  if (!mayCancel) return null;
  const path = `/v1/levelling-jobs/${encodeURIComponent(jobId)}/cancellation`;
  return (
    <div>
      <Button
        size="xs"
        variant="default"
        loading={change.isPending}
        onClick={() => change.mutate({ method: 'POST', path, body: {} })}
      >
        Cancel the search
      </Button>
      <ChangeProblem cause={change.error} />
    </div>
  );
}
