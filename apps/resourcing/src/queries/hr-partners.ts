import { Controller } from '@nestjs/common';
import { Answers } from '@meridian/bus';
import { HrPartners, HrPartnersFigures } from '@meridian/contracts-resourcing';
import { Database } from '../persistence/database.js';
import { namesOf } from '../persistence/names.js';

@Controller()
export class HrPartnersQuery {
  constructor(private readonly database: Database) {}

  @Answers(HrPartners)
  async handle(): Promise<HrPartnersFigures> {
    const { version, personIds } = await this.database.hrPartners.findFirstOrThrow();
    const names = await namesOf(this.database, personIds);
    return { version, partners: personIds.map((personId) => ({ personId, personName: names(personId) })) };
  }
}
