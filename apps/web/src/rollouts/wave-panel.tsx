import type { WaveSiteState } from '@meridian/contracts-projects';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDay, formatSlip } from '../dates/format-day.js';
import { waveQuery } from '../gateway/rollout-queries.js';
import { Panel } from '../parts/panel.js';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import { Reading } from '../parts/reading.js';
import { stageWords } from '../projects/stage-words.js';
import { deviationWords, versionWords } from './deviation-words.js';
import { LaunchPanel } from './launch-panel.js';
import styles from './rollouts.module.css';
import { WaveChangeForm } from './wave-change-form.js';

const columns = [
  'Site',
  'Ready',
  'Project',
  'Stage',
  'Start',
  'Finish',
  'Against its promise',
  'Version',
  'Against the template',
];

/** How far a wave is at each site; what has not begun is previewed and launched from here. */
export function WavePanel({ waveId }: { readonly waveId: string }) {
  const answer = useQuery(waveQuery(waveId));
  return (
    <Panel
      title={answer.data ? answer.data.wave.name : 'Wave'}
      note={
        answer.data &&
        `${answer.data.wave.templateName}, version ${answer.data.wave.templateVersion} of ${answer.data.latestTemplateVersion}`
      }
    >
      <Reading answer={answer} what="The wave">
        {({ wave, sites, ...status }) => (
          <>
            <div className={parts.scroller} tabIndex={0} role="region" aria-label={`Sites of ${wave.name}`}>
              <table className={`${parts.table} ${styles.table}`}>
                <thead>
                  <tr>
                    {columns.map((title) => (
                      <th key={title} scope="col">
                        {title}
                      </th>
                    ))}
                    <th scope="col" className={parts.number}>
                      Done
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {sites.map((site) => (
                    <Row key={site.siteId} site={site} latest={status.latestTemplateVersion} />
                  ))}
                </tbody>
              </table>
            </div>
            {wave.launchedCount < wave.siteCount && <LaunchPanel wave={wave} />}
            <details className={forms.disclosure}>
              <summary>Change the wave</summary>
              <WaveChangeForm key={wave.version} status={{ wave, sites, ...status }} />
            </details>
          </>
        )}
      </Reading>
    </Panel>
  );
}

function Row({ site, latest }: { readonly site: WaveSiteState; readonly latest: number }) {
  const { name, currency, language, isReady, openItems, plannedStart, project } = site;
  return (
    <tr>
      <td>
        <strong>{name}</strong>{' '}
        <span className="quiet">
          {currency}, {language}
        </span>
      </td>
      <td>{isReady ? 'yes' : `no: ${openItems.join(', ')}`}</td>
      {project ? (
        <>
          <td>
            <Link to="/projects/$projectId" params={{ projectId: project.projectId }}>
              {project.code}
            </Link>
          </td>
          <td>{stageWords(project.stage)}</td>
          <td>{formatDay(project.start)}</td>
          <td>{formatDay(project.finish)}</td>
          <td>{formatSlip(project.slipDays)}</td>
          <td>{versionWords(project, latest)}</td>
          <td>{deviationWords(project)}</td>
          <td className={parts.number}>{project.percentComplete} %</td>
        </>
      ) : (
        <>
          <td className="quiet">not launched</td>
          <td />
          <td>{formatDay(plannedStart)}</td>
          <td colSpan={5} />
        </>
      )}
    </tr>
  );
}
