import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { AnswerConcern, Recorded } from '@meridian/contracts-resourcing';
import { stateAfterWord, type ConcernState } from '../domain/concerns/concern.js';
import { callerAsPerson } from '../persistence/approvers.js';
import { holdConcern, say } from '../persistence/concerns/concerns.js';
import { tellAttended } from '../persistence/concerns/overdue-concerns.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class AnswerConcernCommand {
  @Answers(AnswerConcern)
  async handle(@Payload() request: AnswerConcern, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, now } = call;
    const { concernId, text } = request;
    const { personId } = await callerAsPerson(tx, call.claims);
    const concern = await holdConcern(tx, concernId, personId);
    const isReader = concern.readers.some((reader) => reader.personId === personId);
    const state = stateAfterWord(concern.state as ConcernState, isReader);
    await say(tx, { wordId: call.newId(), concernId, personId, saidAt: now, text });
    const { version } = await tx.concern.update({
      where: { concernId },
      data: { state, version: { increment: 1 } },
    });
    await tellAttended(call.announce, concern, state);
    return { id: concernId, version };
  }
}
