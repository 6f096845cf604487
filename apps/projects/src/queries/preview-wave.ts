import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { PreviewWave, WavePreview } from '@meridian/contracts-projects';
import { scheduleOfTemplate } from '../domain/rollout/schedule-of-template.js';
import { sharedRoles } from '../domain/rollout/shared-roles.js';
import { openItems } from '../domain/rollout/site.js';
import { planOfTemplate } from '../domain/template/plan-of-template.js';
import { Database } from '../persistence/database.js';
import { contentOf, requireTemplateKeeper, templateVersion } from '../persistence/templates.js';
import { projectCode, siteOf, waveOf } from '../persistence/waves.js';

const LISTED = 200;

/** Asked before a launch: every site scheduled as its project would be. */
@Controller()
export class PreviewWaveQuery {
  constructor(private readonly database: Database) {}

  @Answers(PreviewWave)
  async handle(@Payload() { waveId }: PreviewWave, @Ctx() asking: Asking): Promise<WavePreview> {
    requireTemplateKeeper(asking.claims);
    const wave = await waveOf(this.database, waveId);
    const template = await templateVersion(this.database, wave.templateId, wave.templateVersion);
    const content = contentOf(template);
    const planned = wave.sites.map(({ start, projectId, site: row }) => {
      const site = siteOf(row);
      const { siteId, name, currency, calendar, managerName: manager } = site;
      const { file } = planOfTemplate(content, { name, manager, currency, from: { start }, calendar });
      const open = openItems(site);
      const facts = { siteId, name, code: projectCode(wave, site), isLaunched: projectId !== null };
      return { ...facts, isReady: open.length === 0, openItems: open, ...scheduleOfTemplate(file) };
    });
    return {
      waveId,
      sites: planned.map(({ demands: _, ...site }) => site),
      sharedRoles: sharedRoles(
        planned.flatMap(({ name, demands }) => demands.map((one) => ({ site: name, ...one }))),
      ).slice(0, LISTED),
    };
  }
}
