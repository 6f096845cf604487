import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { HrPartners, HrPartnersFigures } from '@meridian/contracts-resourcing';
import { actsForEverybody, personIdIn } from '../persistence/approvers.js';
import { hrPartnersOf } from '../persistence/concerns/hr-partners.js';
import { Database } from '../persistence/database.js';
import { namesOf } from '../persistence/names.js';

@Controller()
export class HrPartnersQuery {
  constructor(private readonly database: Database) {}

  @Answers(HrPartners)
  async handle(@Payload() _request: HrPartners, @Ctx() { claims }: Asking): Promise<HrPartnersFigures> {
    const caller = await this.database.person.findUnique({ where: { personId: personIdIn(claims) } });
    const house = await this.database.hrPartners.findFirstOrThrow();
    const units = await this.database.hrUnitPartners.findMany({ orderBy: { orgUnit: 'asc' } });
    const own = caller ? await hrPartnersOf(this.database, caller) : [];
    const name = await namesOf(this.database, [
      ...house.personIds,
      ...units.flatMap(({ personIds }) => personIds),
    ]);
    const named = (ids: readonly string[]) =>
      ids.map((personId) => ({ personId, personName: name(personId) }));
    return {
      version: house.version,
      partners: named(house.personIds),
      units: units.map(({ personIds, ...unit }) => ({ ...unit, partners: named(personIds) })),
      own: named(own.filter((one) => one !== caller?.personId)),
      ...(actsForEverybody(claims) && { orgUnits: await this.orgUnits() }),
    };
  }

  private async orgUnits(): Promise<string[]> {
    const people = await this.database.person.findMany({
      distinct: ['orgUnit'],
      where: { orgUnit: { not: '' } },
      orderBy: { orgUnit: 'asc' },
      select: { orgUnit: true },
    });
    return people.map(({ orgUnit }) => orgUnit);
  }
}
