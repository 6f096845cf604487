import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ChangePartnerAccess, Recorded } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { requireWithinAgreement } from '../domain/partners/access.js';
import { requireDate } from '../domain/weeks.js';
import type { Tx } from '../persistence/database.js';
import { holdPartner } from '../persistence/partners/partners.js';
import { keepAccess, tellAccess } from '../persistence/partners/tell-access.js';
import { requireSeen } from '../persistence/require-seen.js';

@Controller()
export class ChangePartnerAccessCommand {
  /** A day that is over takes access away at once, also what was to begin later. */
  @Answers(ChangePartnerAccess)
  async handle(@Payload() request: ChangePartnerAccess, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { partnerId, personId, accessUntil, reason } = request;
    requireDate(accessUntil);
    const partner = await holdPartner(tx, partnerId);
    const admitted = await tx.partnerPerson.findUnique({ where: { personId } });
    if (admitted?.partnerId !== partnerId) throw notAdmitted(partner.name);
    requireSeen('access', admitted.version, call.expectedVersion);
    const today = call.now.toISOString().slice(0, 10);
    const { accessFrom: from } = admitted;
    const accessFrom = accessUntil < today && accessUntil < from ? accessUntil : from;
    if (accessUntil >= today) requireWithinAgreement({ accessFrom, accessUntil }, partner);
    const { employeeNumber } = await tx.person.findUniqueOrThrow({ where: { personId } });
    await tellAccess(call, {
      employeeNumber,
      effectiveOn: from < today ? today : from,
      facts: { employedUntil: accessUntil },
    });
    const version = await keepAccess(call, { personId, partnerId, accessFrom, accessUntil }, reason);
    return { id: personId, version };
  }
}

function notAdmitted(partnerName: string): Refusal {
  return new Refusal('resourcing/person-not-found', `${partnerName} has nobody with this id here.`, {
    kind: 'not-found',
  });
}
