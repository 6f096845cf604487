import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RecordSite } from '@meridian/contracts-projects';
import { Refusal } from '@meridian/refusal';
import { requireTimeZone, usualLanguage } from '../domain/rollout/site.js';
import { calendarOf } from '../domain/template/calendar-of-file.js';
import type { Tx } from '../persistence/database.js';
import { requireTemplateKeeper } from '../persistence/templates.js';
import { requireVersionOf, saveSite } from '../persistence/waves.js';

@Controller()
export class RecordSiteCommand {
  @Answers(RecordSite)
  async handle(@Payload() request: RecordSite, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { siteId, code, managerPersonId = null, managerName = null } = request;
    requireTemplateKeeper(call.claims);
    requireTimeZone(request.timeZone);
    await tx.$executeRaw`SELECT 1 FROM site WHERE site_id = ${siteId}::uuid FOR UPDATE`;
    const before = await tx.site.findUnique({ where: { siteId } });
    requireVersionOf('site', before?.version ?? 0, call.expectedVersion);
    await requireFreeCode(tx, { siteId, code });
    const version = (before?.version ?? 0) + 1;
    const site = {
      siteId,
      code,
      name: request.name,
      calendar: calendarOf(request.calendar),
      language: usualLanguage(request.language),
      currency: request.currency,
      timeZone: request.timeZone,
      managerPersonId,
      managerName,
      readiness: request.readiness.map(({ text, isDone }) => ({ text, isDone })),
    };
    await saveSite(tx, site, version);
    return { id: siteId, version };
  }
}

async function requireFreeCode(
  tx: Tx,
  { siteId, code }: { readonly siteId: string; readonly code: string },
): Promise<void> {
  const taken = await tx.site.findFirst({ where: { code, siteId: { not: siteId } } });
  if (!taken) return;
  throw new Refusal(
    'projects/site-code-taken',
    `The site "${taken.name}" has the code ${code} already; give this one another code.`,
    { details: { siteId: taken.siteId } },
  );
}
