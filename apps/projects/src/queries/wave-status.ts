import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { SiteProject, WaveState, WaveStatus } from '@meridian/contracts-projects';
import { openItems } from '../domain/rollout/site.js';
import type { TemplateContent } from '../domain/template/template-content.js';
import { Database, type Tx } from '../persistence/database.js';
import { siteProject } from '../persistence/site-project.js';
import { contentOf, requireTemplateKeeper, templateVersion } from '../persistence/templates.js';
import { siteOf, waveOf } from '../persistence/waves.js';
import { toldWave } from './told-wave.js';

@Controller()
export class WaveStatusQuery {
  constructor(private readonly database: Database) {}

  @Answers(WaveStatus)
  async handle(@Payload() { waveId }: WaveStatus, @Ctx() asking: Asking): Promise<WaveState> {
    requireTemplateKeeper(asking.claims);
    return this.database.$transaction(
      async (tx) => {
        const wave = await waveOf(tx, waveId);
        const template = await templateVersion(tx, wave.templateId, wave.templateVersion);
        const latest = await templateVersion(tx, wave.templateId);
        const sites: WaveState['sites'][number][] = [];
        for (const { start: plannedStart, projectId, site: row } of wave.sites) {
          const site = siteOf(row);
          const { siteId, name, language, currency, timeZone } = site;
          const open = openItems(site);
          const readiness = { isReady: open.length === 0, openItems: open };
          const project =
            projectId === null ? null : await this.projectOf(tx, projectId, contentOf(template));
          sites.push({
            siteId,
            name,
            language,
            currency,
            timeZone,
            ...readiness,
            plannedStart,
            ...(project === null ? {} : { project }),
          });
        }
        return { wave: toldWave(wave, template.name), latestTemplateVersion: latest.number, sites };
      },
      { isolationLevel: 'RepeatableRead' },
    );
  }

  private async projectOf(tx: Tx, projectId: string, template: TemplateContent): Promise<SiteProject> {
    return siteProject(tx, await tx.project.findUniqueOrThrow({ where: { projectId } }), template);
  }
}
