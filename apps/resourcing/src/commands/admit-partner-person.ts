import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { AdmitPartnerPerson, personIdOf, Recorded } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { requireDayToCome } from '../domain/concerns/concern.js';
import { requireWithinAgreement } from '../domain/partners/access.js';
import { requireDate } from '../domain/weeks.js';
import type { Person, Tx } from '../persistence/database.js';
import { holdPartner } from '../persistence/partners/partners.js';
import { keepAccess, tellAccess } from '../persistence/partners/tell-access.js';

@Controller()
export class AdmitPartnerPersonCommand {
  @Answers(AdmitPartnerPerson)
  async handle(@Payload() request: AdmitPartnerPerson, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const today = call.now.toISOString().slice(0, 10);
    const { partnerId, employeeNumber, accessFrom, accessUntil } = request;
    for (const day of [accessFrom, accessUntil]) requireDate(day);
    requireDayToCome(accessUntil, today);
    const partner = await holdPartner(tx, partnerId);
    requireWithinAgreement({ accessFrom, accessUntil }, partner);
    const personId = personIdOf(employeeNumber);
    const known = await tx.person.findUnique({ where: { personId } });
    if (known) await requireFromOutside(tx, known);
    const { name, email = null, role, grade = null, site = null, lineManagerId = null, ftePercent } = request;
    const work = { name, email, role, grade, site, lineManagerId, ftePercent };
    await tellAccess(call, {
      employeeNumber,
      effectiveOn: known && accessFrom < today ? today : accessFrom,
      facts: { ...work, orgUnit: partner.name, isContractor: true, employedUntil: accessUntil },
    });
    const version = await keepAccess(call, { personId, partnerId, accessFrom, accessUntil }, null);
    return { id: personId, version };
  }
}

/** Somebody HR told of as a contractor may turn out to be a partner's; an employee never, and nobody is let in twice. */
async function requireFromOutside(tx: Tx, { personId, name, isContractor }: Person): Promise<void> {
  if (!isContractor) {
    throw new Refusal(
      'resourcing/employed-here',
      `${name} has this number and is employed here; people of partners have numbers of their own.`,
    );
  }
  const admitted = await tx.partnerPerson.findUnique({ where: { personId }, include: { partner: true } });
  if (!admitted) return;
  throw new Refusal(
    'resourcing/admitted-already',
    `${name} is let in for ${admitted.partner.name} already, to ${admitted.accessUntil}; change the last day.`,
    { details: { partnerId: admitted.partnerId, version: admitted.version } },
  );
}
