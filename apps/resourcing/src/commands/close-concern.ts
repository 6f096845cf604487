import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { CloseConcern, Recorded } from '@meridian/contracts-resourcing';
import { Refusal } from '@meridian/refusal';
import { requireNotClosed, type ConcernState } from '../domain/concerns/concern.js';
import { callerAsPerson } from '../persistence/approvers.js';
import { holdConcern } from '../persistence/concerns/concerns.js';
import { tellAttended } from '../persistence/concerns/overdue-concerns.js';
import type { Tx } from '../persistence/database.js';
import { requireSeen } from '../persistence/require-seen.js';

@Controller()
export class CloseConcernCommand {
  @Answers(CloseConcern)
  async handle(@Payload() { concernId, outcome }: CloseConcern, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx } = call;
    const { personId } = await callerAsPerson(tx, call.claims);
    const concern = await holdConcern(tx, concernId, personId);
    if (concern.raisedBy !== personId) {
      throw new Refusal('resourcing/not-your-concern', 'Only who raised a concern says that it is settled.', {
        kind: 'forbidden',
      });
    }
    requireSeen('concern', concern.version, call.expectedVersion);
    requireNotClosed(concern.state as ConcernState);
    const { version } = await tx.concern.update({
      where: { concernId },
      data: { state: 'closed', outcome, version: { increment: 1 } },
    });
    await tellAttended(call.announce, concern, 'closed');
    return { id: concernId, version };
  }
}
