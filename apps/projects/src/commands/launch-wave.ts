import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { LaunchWave, LaunchedSite, WaveLaunch } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { openItems } from '../domain/rollout/site.js';
import { beginFromTemplate } from '../persistence/begin-from-template.js';
import type { Tx } from '../persistence/database.js';
import {
  lockTemplate,
  requireInUse,
  requireTemplate,
  requireTemplateKeeper,
  templateVersion,
  type TemplateVersionRow,
} from '../persistence/templates.js';
import { lockWave, projectCode, siteOf, waveOf, type WaveRow } from '../persistence/waves.js';

/** Plans may be long, and a command has its time: what is left waits for the next go. */
const LAUNCHED_AT_ONCE = 5;

/** A project for every site that is ready and has none yet. */
@Controller()
export class LaunchWaveCommand {
  @Answers(LaunchWave)
  async handle(@Payload() { waveId, siteIds }: LaunchWave, @Ctx() call: Call<Tx>): Promise<WaveLaunch> {
    const { tx } = call;
    requireTemplateKeeper(call.claims);
    const wave = (await lockWave(tx, waveId)) ?? (await waveOf(tx, waveId));
    const waiting = wanted(wave, siteIds).filter(({ projectId }) => projectId === null);
    const ready = waiting.filter(({ site }) => openItems(siteOf(site)).length === 0);
    const notReady = waiting.filter((site) => !ready.includes(site)).map(({ site }) => site.name);
    if (ready.length === 0) throw nothingToLaunch(notReady);
    requireInUse(requireTemplate(await lockTemplate(tx, wave.templateId)));
    const template = await templateVersion(tx, wave.templateId, wave.templateVersion);
    const launched: LaunchedSite[] = [];
    for (const site of ready.slice(0, LAUNCHED_AT_ONCE))
      launched.push(await this.begin(call, { wave, template, site }));
    const { version } = await tx.wave.update({
      where: { waveId },
      data: { version: wave.version + 1 },
      select: { version: true },
    });
    return { id: waveId, version, launched, remaining: ready.length - launched.length, notReady };
  }

  /** The project is written together with the word that the site has it: there is never a second one. */
  private async begin(
    call: Call<Tx>,
    { wave, template, site: { siteId, start, site: row } }: Launch,
  ): Promise<LaunchedSite> {
    const site = siteOf(row);
    const projectId = call.newId();
    const code = projectCode(wave, site);
    const begun = await beginFromTemplate(call, {
      template,
      record: {
        projectId,
        code,
        name: `${wave.name}: ${site.name}`.slice(0, 300),
        portfolio: wave.portfolio,
        programme: wave.programme,
        orgUnit: site.name,
        stage: 'approved',
        currency: site.currency,
        managerPersonId: site.managerPersonId,
        managerName: site.managerName,
        start,
      },
      from: { start },
      calendar: site.calendar,
    });
    await call.tx.waveSite.update({
      where: { waveId_siteId: { waveId: wave.waveId, siteId } },
      data: { projectId },
    });
    return { siteId, projectId, code, start: begun.start, finish: begun.finish };
  }
}

interface Launch {
  readonly wave: WaveRow;
  readonly template: TemplateVersionRow;
  readonly site: WaveRow['sites'][number];
}

/** @throws Refusal `projects/site-not-found` */
function wanted({ sites }: WaveRow, siteIds: readonly string[] | undefined): WaveRow['sites'] {
  if (siteIds === undefined) return sites;
  const unknown = siteIds.find((id) => !sites.some(({ siteId }) => siteId === id));
  if (unknown === undefined) return sites.filter(({ siteId }) => siteIds.includes(siteId));
  throw new Refusal('projects/site-not-found', `The site ${unknown} is not in this wave.`, {
    kind: 'not-found',
  });
}

function nothingToLaunch(notReady: readonly string[]): Refusal {
  return new Refusal(
    'projects/nothing-to-launch',
    notReady.length === 0
      ? 'Every site that was asked for has its project.'
      : `Of the sites without a project none is ready; still waiting: ${notReady.slice(0, 5).join(', ')}.`,
    { details: { notReady } },
  );
}
