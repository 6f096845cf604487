import { Button } from '@mantine/core';
import type { SharedRole, WaveLaunch, WaveLine, WavePreview } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDay } from '../dates/format-day.js';
import { rolloutsKey, wavePath, wavePreviewQuery } from '../gateway/rollout-queries.js';
import { useSend, type Wish } from '../gateway/use-send.js';
import { ChangeProblem } from '../parts/change-problem.js';
import forms from '../parts/forms.module.css';
import { Reading } from '../parts/reading.js';
import styles from './rollouts.module.css';

/** What a launch would come to, then the launch itself. */
export function LaunchPanel({ wave }: { readonly wave: WaveLine }) {
  const preview = useQuery(wavePreviewQuery(wave.waveId));
  return (
    <>
      <h3 className={forms.subhead}>What a launch would come to</h3>
      <Reading answer={preview} what="The preview">
        {(answer) => <Preview preview={answer} wave={wave} />}
      </Reading>
    </>
  );
}

function Preview({ preview, wave }: { readonly preview: WavePreview; readonly wave: WaveLine }) {
  const waiting = preview.sites.filter(({ isLaunched }) => !isLaunched);
  const ready = waiting.filter(({ isReady }) => isReady);
  return (
    <>
      <ul className={styles.changes}>
        {waiting.map((site) => (
          <li key={site.siteId}>
            <strong>{site.name}</strong> {formatDay(site.start)} to {formatDay(site.finish)}{' '}
            <span className="quiet">
              {site.isReady ? site.code : `waits for ${site.openItems.join(', ')}`}
            </span>
          </li>
        ))}
      </ul>
      {preview.sharedRoles.length > 0 && (
        <>
          <h3 className={forms.subhead}>Roles that several sites want at once</h3>
          <ul className={styles.changes}>
            {preview.sharedRoles.map((shared) => (
              <li key={`${shared.role} ${shared.from}`}>{sharedWords(shared)}</li>
            ))}
          </ul>
        </>
      )}
      <Launch wave={wave} count={ready.length} />
    </>
  );
}

function Launch({ wave, count }: { readonly wave: WaveLine; readonly count: number }) {
  const [launched, setLaunched] = useState(0);
  const change = useSend<WaveLaunch>([rolloutsKey, ['all-projects'], ['projects']]);
  const wish: Wish = { method: 'POST', path: `${wavePath(wave.waveId)}/launches`, body: {} };
  // A launch makes a few projects in one go; what remains is launched next.
  const launch = (before: number): void =>
    change.mutate(wish, {
      onSuccess: (answer) => {
        const all = before + answer.launched.length;
        setLaunched(all);
        if (answer.remaining > 0) launch(all);
      },
    });
  return (
    <div className={forms.form}>
      <Button size="xs" loading={change.isPending} disabled={count === 0} onClick={() => launch(0)}>
        {count === 1 ? 'Launch 1 site' : `Launch ${count} sites`}
      </Button>
      {count === 0 && <span className="quiet">No site that waits is ready.</span>}
      {launched > 0 && (
        <span className="quiet" role="status">
          {launched === 1 ? '1 project' : `${launched} projects`} began.
        </span>
      )}
      <ChangeProblem cause={change.error} />
    </div>
  );
}

function sharedWords({ role, from, to, wantedPercent, oneTeamPercent, sites }: SharedRole): string {
  const days = from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
  return `${role}, ${days}: ${wantedPercent} % for ${sites.join(', ')}; one team gives ${oneTeamPercent} %`;
}
