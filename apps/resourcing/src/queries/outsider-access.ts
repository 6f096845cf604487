import { Controller } from '@nestjs/common';
import { Ctx } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { OutsiderAccess, OutsiderAccessFigures } from '@meridian/contracts-resourcing';
import { personIdIn } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';

@Controller()
export class OutsiderAccessQuery {
  constructor(private readonly database: Database) {}

  /** Days of access of a partner's person; the end told by HR, where it comes first or nobody else set one. */
  @Answers(OutsiderAccess)
  async handle(_: OutsiderAccess, @Ctx() { claims }: Asking): Promise<OutsiderAccessFigures> {
    const personId = personIdIn(claims);
    const [admitted, person] = await Promise.all([
      this.database.partnerPerson.findUnique({ where: { personId }, include: { partner: true } }),
      this.database.person.findUnique({ where: { personId } }),
    ]);
    const ends = [admitted?.accessUntil, person?.isContractor ? person.employedUntil : null]
      .filter((day) => day != null)
      .sort();
    return {
      ...(admitted && { accessFrom: admitted.accessFrom, partnerName: admitted.partner.name }),
      ...(ends[0] !== undefined && { accessUntil: ends[0] }),
    };
  }
}
