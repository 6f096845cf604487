import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Answers, madeUpCursor, recordOfCursor } from '@meridian/bus';
import { ListPeople, PeoplePage } from '@meridian/contracts-resourcing';
import { Database } from '../persistence/database.js';

const PAGE = 50;

@Controller()
export class ListPeopleQuery {
  constructor(private readonly database: Database) {}

  /** By name; the cursor is the last person seen. */
  @Answers(ListPeople)
  async handle(@Payload() request: ListPeople): Promise<PeoplePage> {
    const limit = request.limit ?? PAGE;
    const cursor = await this.placeOf(request.cursor);
    const contains = { contains: request.text ?? '', mode: 'insensitive' as const };
    const where =
      request.text === undefined
        ? {}
        : { OR: [{ name: contains }, { employeeNumber: contains }, { role: contains }] };
    const [total, rows] = await Promise.all([
      this.database.person.count({ where }),
      this.database.person.findMany({
        where,
        orderBy: [{ name: 'asc' }, { personId: 'asc' }],
        take: limit + 1,
        ...(cursor && { cursor, skip: 1 }),
      }),
    ]);
    const people = rows
      .slice(0, limit)
      .map(({ personId, employeeNumber, name, role, orgUnit, employedFrom, employedUntil }) => ({
        personId,
        employeeNumber,
        name,
        role,
        orgUnit,
        employedFrom,
        ...(employedUntil === null ? {} : { employedUntil }),
      }));
    const last = people.at(-1);
    return { people, total, ...(rows.length > limit && last ? { nextCursor: last.personId } : {}) };
  }

  private async placeOf(cursor: string | undefined): Promise<{ personId: string } | undefined> {
    const personId = recordOfCursor(cursor);
    if (personId === undefined) return undefined;
    const found = await this.database.person.findUnique({ where: { personId }, select: { personId: true } });
    if (!found) throw madeUpCursor(personId);
    return found;
  }
}
