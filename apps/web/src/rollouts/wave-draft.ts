import type { PlanWave, WaveState } from '@meridian/contracts-projects';

/** A site of a wave while it is changed. One that was launched stays where and when it is. */
export interface DraftSite {
  readonly siteId: string;
  readonly name: string;
  /** `YYYY-MM-DD` */
  readonly start: string;
  readonly isLaunched: boolean;
}

/** A wave while it is changed. */
export interface WaveDraft {
  readonly name: string;
  readonly programme: string;
  readonly portfolio: string;
  readonly templateVersion: number;
  readonly sites: readonly DraftSite[];
}

export function draftOfWave({ wave, sites }: WaveState): WaveDraft {
  const { name, programme, portfolio, templateVersion } = wave;
  return {
    name,
    programme,
    portfolio,
    templateVersion,
    sites: sites.map(({ siteId, name: site, plannedStart, project }) => ({
      siteId,
      name: site,
      start: plannedStart,
      isLaunched: project !== undefined,
    })),
  };
}

/** What is sent: every site with its own start, in the order of the list. */
export function waveBody(draft: WaveDraft, { wave }: WaveState): Omit<PlanWave, 'waveId'> {
  const { sites, ...facts } = draft;
  return {
    ...facts,
    codePrefix: wave.codePrefix,
    templateId: wave.templateId,
    sites: sites.map(({ siteId, start }) => ({ siteId, start })),
  };
}

/** The sites with one of them a place up. */
export function movedUp(sites: readonly DraftSite[], siteId: string): readonly DraftSite[] {
  const at = sites.findIndex((site) => site.siteId === siteId);
  if (at < 1) return sites;
  return [...sites.slice(0, at - 1), sites[at]!, sites[at - 1]!, ...sites.slice(at + 1)];
}
