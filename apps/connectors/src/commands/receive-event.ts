import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Received, ReceiveEvent } from '@meridian/contracts-connectors';
import type { Tx } from '../persistence/database.js';
import { keepEvent, lockEarlier } from '../persistence/inbound-events.js';
import { translateEvent } from '../translation/translate-event.js';

/** An accepted event is taken once, however often it is sent; a parked one may be sent again, mended. */
@Controller()
export class ReceiveEventCommand {
  @Answers(ReceiveEvent)
  async handle(@Payload() request: ReceiveEvent, @Ctx() call: Call<Tx>): Promise<Received> {
    const { id, source, type, data } = request;
    const earlier = await lockEarlier(call.tx, source, id);
    if (earlier?.verdict === 'accepted') return { recordId: earlier.recordId, verdict: 'duplicate' };

    const outcome = translateEvent({ source, type, data });
    const recordId = earlier?.recordId ?? call.newId();
    const occurredAt = request.time === undefined ? null : new Date(request.time);
    const arrived = { recordId, source, eventId: id, type, subject: request.subject ?? null, occurredAt };
    await keepEvent(call.tx, { ...arrived, receivedAt: call.now, data }, outcome);

    if (outcome.verdict === 'parked') return { recordId, verdict: 'parked', reason: outcome.reason };
    await call.announce(outcome.translated.contract, outcome.translated.body);
    return { recordId, verdict: 'accepted' };
  }
}
