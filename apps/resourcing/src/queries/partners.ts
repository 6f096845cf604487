import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { Partners, PartnersFigures } from '@meridian/contracts-resourcing';
import type { PartnerLine, PartnerPersonLine } from '@meridian/contracts-resourcing';
import { accessOn } from '../domain/partners/access.js';
import { Database } from '../persistence/database.js';
import type { Partner, Person } from '../persistence/database.js';

@Controller()
export class PartnersQuery {
  constructor(private readonly database: Database) {}

  @Answers(Partners)
  async handle(@Payload() { partnerId }: Partners, @Ctx() { now }: Asking): Promise<PartnersFigures> {
    const today = now.toISOString().slice(0, 10);
    const partners = await this.database.partner.findMany({
      where: partnerId === undefined ? {} : { partnerId },
      include: { people: { include: { changes: { orderBy: { version: 'desc' } } } } },
      orderBy: [{ nameKey: 'asc' }, { partnerId: 'asc' }],
    });
    const personIds = partners.flatMap(({ people }) => people.map(({ personId }) => personId));
    const records = await this.database.person.findMany({ where: { personId: { in: personIds } } });
    const byId = new Map(records.map((person) => [person.personId, person]));
    return {
      partners: partners.map(({ people, ...partner }) => ({
        ...factsOf(partner),
        people: people
          .flatMap((admitted) => {
            const person = byId.get(admitted.personId);
            return person ? [lineOf(person, admitted, today)] : [];
          })
          .sort((a, b) => a.personName.localeCompare(b.personName)),
      })),
    };
  }
}

function factsOf(partner: Partner): Omit<PartnerLine, 'people'> {
  const { partnerId, version, name, contactName, contactEmail, agreedFrom, agreedUntil } = partner;
  return {
    partnerId,
    version,
    name,
    ...(contactName !== null && { contactName }),
    ...(contactEmail !== null && { contactEmail }),
    agreedFrom,
    ...(agreedUntil !== null && { agreedUntil }),
  };
}

interface Admitted {
  readonly version: number;
  readonly accessFrom: string;
  readonly accessUntil: string;
  readonly changes: readonly {
    readonly accessUntil: string;
    readonly reason: string | null;
    readonly changedByName: string;
    readonly changedAt: Date;
  }[];
}

function lineOf(
  { personId, name, role, grade, site }: Person,
  { version, accessFrom, accessUntil, changes }: Admitted,
  today: string,
): PartnerPersonLine {
  return {
    personId,
    personName: name,
    role,
    ...(grade !== null && { grade }),
    ...(site !== null && { site }),
    version,
    accessFrom,
    accessUntil,
    access: accessOn({ accessFrom, accessUntil }, today),
    changes: changes.map(({ reason, changedAt, changedByName, accessUntil: until }) => ({
      accessUntil: until,
      ...(reason !== null && { reason }),
      changedByName,
      changedAt: changedAt.toISOString(),
    })),
  };
}
