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
    const { tx } = call;
    const personIds = [...new Set(request.personIds)];
    await tx.$executeRaw`SELECT 1 FROM hr_partners FOR UPDATE`;
    const { partnersId, version: seen } = await tx.hrPartners.findFirstOrThrow();
    requireSeen('list of HR partners', seen, call.expectedVersion);
    if ((await tx.person.count({ where: { personId: { in: personIds } } })) < personIds.length) {
      throw new Refusal(
        'resourcing/person-not-found',
        'Not everybody in the list is recorded as a person here.',
        {
          kind: 'not-found',
        },
      );
    }
    const { version } = await tx.hrPartners.update({
      where: { partnersId },
      data: { personIds, version: { increment: 1 } },
    });
    return { id: partnersId, version };
  }
}
