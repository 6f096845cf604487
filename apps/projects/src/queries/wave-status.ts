import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { SiteProject, WaveState, WaveStatus } from '@meridian/contracts-projects';
import { openItems } from '../domain/rollout/site.js';
import { Database, type Tx } from '../persistence/database.js';
import { siteProject } from '../persistence/site-project.js';
import { contentOf, requireTemplateKeeper, templateVersion } from '../persistence/templates.js';
import {
  declinedVersion,
  templateRuns,
  type TemplateRun,
} from '../persistence/template-version/template-decisions.js';
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
        const runs = await templateRuns(
          tx,
          wave.sites.flatMap(({ projectId }) => projectId ?? []),
        );
        const sites: WaveState['sites'][number][] = [];
        for (const { start: plannedStart, projectId, site: row } of wave.sites) {
          const site = siteOf(row);
          const { siteId, name, language, currency, timeZone } = site;
          const open = openItems(site);
          const readiness = { isReady: open.length === 0, openItems: open };
          const project =
            projectId === null ? null : await this.projectOf(tx, projectId, runs.get(projectId));
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

  /** Compared with the version that it runs, whatever the wave began with. */
  private async projectOf(tx: Tx, projectId: string, run: TemplateRun | undefined): Promise<SiteProject> {
    if (run === undefined) throw new Error(`The project ${projectId} of a site began from no template.`);
    const template = await templateVersion(tx, run.templateId, run.runsVersion);
    const declined = declinedVersion(run);
    return {
      ...(await siteProject(
        tx,
        await tx.project.findUniqueOrThrow({ where: { projectId } }),
        contentOf(template),
      )),
      templateVersion: run.runsVersion,
      ...(declined === undefined ? {} : { declinedVersion: declined }),
    };
  }
}
