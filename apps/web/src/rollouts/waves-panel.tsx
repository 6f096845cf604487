import { Button } from '@mantine/core';
import type { SiteLine, TemplateLine, WaveLine } from '@meridian/contracts-projects';
import { formatDay } from '../dates/format-day.js';
import { EmptyState } from '../parts/empty-state.js';
import forms from '../parts/forms.module.css';
import parts from '../parts/parts.module.css';
import styles from './rollouts.module.css';
import { WaveForm } from './wave-form.js';

interface WavesPanelProps {
  readonly waves: readonly WaveLine[];
  readonly templates: readonly TemplateLine[];
  readonly sites: readonly SiteLine[];
  readonly chosen: string | undefined;
  readonly onOpen: (waveId: string) => void;
}

/** The waves there are, and the way to a new one. */
export function WavesPanel({ waves, templates, sites, chosen, onOpen }: WavesPanelProps) {
  const inUse = templates.filter(({ retiredReason }) => retiredReason === undefined);
  return (
    <>
      {waves.length === 0 ? (
        <EmptyState title="There is no wave yet">
          A wave needs a template and sites. Plan one below; it is previewed before anything begins.
        </EmptyState>
      ) : (
        <div className={parts.scroller} tabIndex={0} role="region" aria-label="Waves table">
          <table className={`${parts.table} ${styles.table}`}>
            <thead>
              <tr>
                {['Wave', 'Template', 'Programme', 'First start', 'Launched'].map((title) => (
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
              {waves.map((wave) => (
                <tr key={wave.waveId}>
                  <td>
                    <strong>{wave.name}</strong> <span className="quiet">{wave.codePrefix}</span>
                  </td>
                  <td>
                    {wave.templateName} <span className="quiet">version {wave.templateVersion}</span>
                  </td>
                  <td>{wave.programme}</td>
                  <td>{formatDay(wave.firstStart)}</td>
                  <td>
                    {wave.launchedCount} of {wave.siteCount}
                  </td>
                  <td className={styles.actions}>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Open ${wave.name}`}
                      disabled={wave.waveId === chosen}
                      onClick={() => onOpen(wave.waveId)}
                    >
                      Open
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {inUse.length > 0 && sites.length > 0 && (
        <details className={forms.disclosure}>
          <summary>Plan a wave</summary>
          <WaveForm templates={inUse} sites={sites} onPlanned={onOpen} />
        </details>
      )}
    </>
  );
}
