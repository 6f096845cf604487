import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Recorded, RecordPartner } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { nameKey as folded } from '../domain/name-key.js';
import { requireAgreement, requireCovered } from '../domain/partners/access.js';
import { requireDate } from '../domain/weeks.js';
import type { Tx } from '../persistence/database.js';
import { namesOf } from '../persistence/names.js';
import { requireSeen } from '../persistence/require-seen.js';

@Controller()
export class RecordPartnerCommand {
  @Answers(RecordPartner)
  async handle(@Payload() request: RecordPartner, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { partnerId, agreedFrom, agreedUntil = null } = request;
    const { contactName = null, contactEmail = null } = request;
    for (const day of [agreedFrom, ...(agreedUntil === null ? [] : [agreedUntil])]) requireDate(day);
    requireAgreement({ agreedFrom, agreedUntil });
    const [name, nameKey] = [request.name.trim(), folded(request.name)];
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${nameKey}, 6))`;
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${partnerId}, 5))`;
    const before = await tx.partner.findUnique({ where: { partnerId }, include: { people: true } });
    requireSeen('partner', before?.version ?? 0, call.expectedVersion);
    await requireNameFree(tx, partnerId, nameKey);
    const people = before?.people ?? [];
    const names = await namesOf(
      tx,
      people.map(({ personId }) => personId),
    );
    const running = people.filter(({ accessUntil }) => accessUntil >= call.now.toISOString().slice(0, 10));
    requireCovered(
      running.map((one) => ({ ...one, personName: names(one.personId) })),
      { agreedFrom, agreedUntil },
    );
    const facts = { name, nameKey, contactName, contactEmail, agreedFrom, agreedUntil };
    const { version } = await tx.partner.upsert({
      where: { partnerId },
      create: { partnerId, ...facts },
      update: { ...facts, version: { increment: 1 } },
    });
    return { id: partnerId, version };
  }
}

async function requireNameFree(tx: Tx, partnerId: string, nameKey: string): Promise<void> {
  const other = await tx.partner.findUnique({ where: { nameKey } });
  if (!other || other.partnerId === partnerId) return;
  throw new Refusal('resourcing/partner-exists', `There is a partner ${other.name} already.`, {
    details: { partnerId: other.partnerId },
  });
}
