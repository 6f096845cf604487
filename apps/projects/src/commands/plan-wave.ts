import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { PlanWave, Recorded } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { waveStarts } from '../domain/rollout/wave-starts.js';
import type { Tx } from '../persistence/database.js';
import {
  lockTemplate,
  requireInUse,
  requireTemplate,
  requireTemplateKeeper,
  templateVersion,
} from '../persistence/templates.js';
import { lockWave, requireVersionOf, type WaveRow } from '../persistence/waves.js';

type Starts = ReturnType<typeof waveStarts>;

/** A wave as it is to be; what was launched of it stays. */
@Controller()
export class PlanWaveCommand {
  @Answers(PlanWave)
  async handle(@Payload() request: PlanWave, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { waveId, sites: _, firstStart: __, intervalDays: ___, ...facts } = request;
    requireTemplateKeeper(call.claims);
    const before = await lockWave(tx, waveId);
    requireVersionOf('wave', before?.version ?? 0, call.expectedVersion);
    requireInUse(requireTemplate(await lockTemplate(tx, facts.templateId)));
    await templateVersion(tx, facts.templateId, facts.templateVersion);
    const starts = waveStarts(request);
    await requireSites(tx, starts);
    if (before) requireLaunchedKept(before, request, starts);
    const version = (before?.version ?? 0) + 1;
    await tx.wave.upsert({
      where: { waveId },
      create: { waveId, version, ...facts },
      update: { version, ...facts },
    });
    await tx.waveSite.deleteMany({ where: { waveId, projectId: null } });
    const launched = new Set(launchedOf(before).map(({ siteId }) => siteId));
    const rows = starts.map((site, position) => ({ waveId, position, ...site }));
    await tx.waveSite.createMany({ data: rows.filter(({ siteId }) => !launched.has(siteId)) });
    for (const { siteId, position } of rows.filter((row) => launched.has(row.siteId)))
      await tx.waveSite.update({ where: { waveId_siteId: { waveId, siteId } }, data: { position } });
    return { id: waveId, version };
  }
}

function launchedOf(wave: WaveRow | null): WaveRow['sites'] {
  return (wave?.sites ?? []).filter(({ projectId }) => projectId !== null);
}

async function requireSites(tx: Tx, starts: Starts): Promise<void> {
  const ids = starts.map(({ siteId }) => siteId);
  const known = await tx.site.findMany({ where: { siteId: { in: ids } }, select: { siteId: true } });
  const unknown = ids.filter((id) => !known.some(({ siteId }) => siteId === id));
  if (unknown.length === 0) return;
  throw new Refusal('projects/site-not-found', `There is no site with the id ${unknown[0]}.`, {
    kind: 'not-found',
    details: { siteIds: unknown },
  });
}

/** @throws Refusal `projects/wave-under-way` when a site with a project would leave, or follow another template */
function requireLaunchedKept(before: WaveRow, request: PlanWave, starts: Starts): void {
  const launched = launchedOf(before);
  const startOf = new Map(starts.map(({ siteId, start }) => [siteId, start]));
  const isOther =
    before.templateId !== request.templateId || before.templateVersion !== request.templateVersion;
  const gone = launched.find(({ siteId, start }) => startOf.get(siteId) !== start);
  const kept = gone ?? (isOther ? launched[0] : undefined);
  if (kept === undefined) return;
  throw new Refusal(
    'projects/wave-under-way',
    `${kept.site.name} has begun on ${kept.start} from version ${before.templateVersion} of the template: it stays in the wave as it is; plan another wave for what is to be different.`,
    { details: { siteId: kept.siteId } },
  );
}
