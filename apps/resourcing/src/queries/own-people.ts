import { Controller } from '@nestjs/common';
import { Ctx } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { OwnPeople, OwnPeopleFigures } from '@meridian/contracts-resourcing';
import { personIdIn } from '../persistence/approvers.js';
import { Database } from '../persistence/database.js';

@Controller()
export class OwnPeopleQuery {
  constructor(private readonly database: Database) {}

  @Answers(OwnPeople)
  async handle(_: OwnPeople, @Ctx() { claims }: Asking): Promise<OwnPeopleFigures> {
    const people = await this.database.person.findMany({
      where: { lineManagerId: personIdIn(claims) },
      include: { _count: { select: { timesheets: { where: { state: 'submitted' } } } } },
      orderBy: [{ name: 'asc' }, { personId: 'asc' }],
    });
    return {
      people: people.map(({ personId, name, role, orgUnit, site, employedUntil, _count }) => ({
        personId,
        personName: name,
        role,
        orgUnit,
        ...(site !== null && { site }),
        ...(employedUntil !== null && { employedUntil }),
        sheetsWaiting: _count.timesheets,
      })),
    };
  }
}
