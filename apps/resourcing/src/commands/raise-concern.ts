import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { RaiseConcern, Recorded } from '@meridian/contracts-resourcing';
import { readersOf, requireDayToCome } from '../domain/concerns/concern.js';
import { requireDate } from '../domain/weeks.js';
import { callerAsPerson } from '../persistence/approvers.js';
import { say } from '../persistence/concerns/concerns.js';
import { hrPartnersOf } from '../persistence/concerns/hr-partners.js';
import type { Tx } from '../persistence/database.js';

@Controller()
export class RaiseConcernCommand {
  @Answers(RaiseConcern)
  async handle(@Payload() request: RaiseConcern, @Ctx() call: Call<Tx>): Promise<Recorded> {
    const { tx, now } = call;
    const { confidentiality, title, text, answerBy } = request;
    requireDate(answerBy);
    requireDayToCome(answerBy, now.toISOString().slice(0, 10));
    const raiser = await callerAsPerson(tx, call.claims);
    const { personId: raisedBy, lineManagerId } = raiser;
    const named = request.namedPersonId ?? null;
    const circle = {
      raiser: raisedBy,
      lineManagerId,
      namedPersonId: named && (await isKnown(tx, named)) ? named : null,
      hrPartnerIds: await hrPartnersOf(tx, raiser),
    };
    const readers = readersOf(confidentiality, circle).map((personId) => ({ personId }));
    const concernId = call.newId();
    const facts = { raisedBy, confidentiality, title, state: 'open', answerBy };
    const { version } = await tx.concern.create({
      data: { concernId, ...facts, readers: { create: readers } },
    });
    await say(tx, { wordId: call.newId(), concernId, personId: raisedBy, saidAt: now, text });
    return { id: concernId, version };
  }
}

async function isKnown(tx: Tx, personId: string): Promise<boolean> {
  return (await tx.person.count({ where: { personId } })) > 0;
}
