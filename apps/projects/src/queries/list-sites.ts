import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { ListSites, SiteLine, SiteList } from '@meridian/contracts-projects';
import { openItems } from '../domain/rollout/site.js';
import { writtenCalendar } from '../domain/template/calendar-of-file.js';
import { Database } from '../persistence/database.js';
import { requireTemplateKeeper } from '../persistence/templates.js';
import { siteOf, type SiteRow } from '../persistence/waves.js';
import { withoutGaps } from '../persistence/without-gaps.js';

@Controller()
export class ListSitesQuery {
  constructor(private readonly database: Database) {}

  @Answers(ListSites)
  async handle(@Payload() _: ListSites, @Ctx() asking: Asking): Promise<SiteList> {
    requireTemplateKeeper(asking.claims);
    const rows = await this.database.site.findMany({ orderBy: [{ name: 'asc' }, { siteId: 'asc' }] });
    return { sites: rows.map(toldSite) };
  }
}

function toldSite(row: SiteRow): SiteLine {
  const site = siteOf(row);
  const { siteId, code, name, language, currency, timeZone, readiness } = site;
  const { managerPersonId, managerName } = site;
  return {
    siteId,
    version: row.version,
    code,
    name,
    calendar: writtenCalendar(site.calendar),
    language,
    currency,
    timeZone,
    ...withoutGaps({ managerPersonId, managerName }),
    readiness,
    isReady: openItems(site).length === 0,
  };
}
