import type { WaveLine } from '@meridian/contracts-projects';
import type { WaveRow } from '../persistence/waves.js';

/** A wave in figures. */
export function toldWave(wave: WaveRow, templateName: string): WaveLine {
  const { waveId, version, name, codePrefix, portfolio, programme, templateId, templateVersion, sites } =
    wave;
  return {
    waveId,
    version,
    name,
    codePrefix,
    portfolio,
    programme,
    templateId,
    templateName,
    templateVersion,
    siteCount: sites.length,
    launchedCount: sites.filter(({ projectId }) => projectId !== null).length,
    firstStart: sites.map(({ start }) => start).sort()[0] ?? '',
  };
}
