import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { AppointHrPartners, Recorded } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';
import { requireSeen } from '../persistence/require-seen.js';

@Controller()
export class AppointHrPartnersCommand {
  @Answers(AppointHrPartners)
  async handle(@Payload() request: AppointHrPartners, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, expectedVersion } = call;
    const personIds = [...new Set(request.personIds)];
    await tx.$executeRaw`SELECT 1 FROM hr_partners FOR UPDATE`;
    const { partnersId, version: seen } = await tx.hrPartners.findFirstOrThrow();
    await requireRecorded(tx, personIds);
    if (request.orgUnit !== undefined) {
      const version = await appointForUnit(tx, { orgUnit: request.orgUnit, personIds, expectedVersion });
      return { id: partnersId, version };
    }
    requireSeen('list of HR partners', seen, expectedVersion);
    const { version } = await tx.hrPartners.update({
      where: { partnersId },
      data: { personIds, version: { increment: 1 } },
    });
    return { id: partnersId, version };
  }
}

interface UnitAppointment {
  readonly orgUnit: string;
  readonly personIds: string[];
  readonly expectedVersion: number | undefined;
}

async function appointForUnit(
  tx: Tx,
  { orgUnit, personIds, expectedVersion }: UnitAppointment,
): Promise<number> {
  const before = await tx.hrUnitPartners.findUnique({ where: { orgUnit } });
  requireSeen('list of HR partners of the unit', before?.version ?? 0, expectedVersion);
  if (!before && (await tx.person.count({ where: { orgUnit } })) === 0) {
    throw new Refusal('resourcing/unit-not-found', `There is nobody in a unit called "${orgUnit}".`, {
      kind: 'not-found',
    });
  }
  const { version } = await tx.hrUnitPartners.upsert({
    where: { orgUnit },
    create: { orgUnit, personIds },
    update: { personIds, version: { increment: 1 } },
  });
  return version;
}

async function requireRecorded(tx: Tx, personIds: string[]): Promise<void> {
  if ((await tx.person.count({ where: { personId: { in: personIds } } })) === personIds.length) return;
  throw new Refusal(
    'resourcing/person-not-found',
    'Not everybody in the list is recorded as a person here.',
    { kind: 'not-found' },
  );
}
