import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { Received, ReplayInbound } from '@meridian/contracts-connectors';
import { Refusal } from '@meridian/refusal';
import type { Tx } from '../persistence/database.js';
import { keepEvent, lockEarlier } from '../persistence/inbound-events.js';
import { translateEvent } from '../translation/translate-event.js';

/** Tries a parked event again: as it is, after the other side was mended, or with corrected data. */
@Controller()
export class ReplayInboundCommand {
  @Answers(ReplayInbound)
  async handle(@Payload() request: ReplayInbound, @Ctx() call: Call<Tx>): Promise<Received> {
    const { recordId } = request;
    const known = await call.tx.inboundEvent.findUnique({ where: { recordId } });
    const parked = known && (await lockEarlier(call.tx, known.source, known.eventId));
    if (!parked) {
      throw new Refusal('connectors/record-not-found', 'No event was received under this id.', {
        kind: 'not-found',
      });
    }
    if (parked.verdict === 'accepted') {
      throw new Refusal(
        'connectors/already-accepted',
        'This event was accepted already; it is not taken a second time.',
      );
    }

    const data = request.data ?? (parked.data as Record<string, unknown>);
    const outcome = translateEvent({ source: parked.source, type: parked.type, data });
    await keepEvent(call.tx, { ...parked, data }, outcome);

    if (outcome.verdict === 'parked') return { recordId, verdict: 'parked', reason: outcome.reason };
    await call.announce(outcome.translated.contract, outcome.translated.body);
    return { recordId, verdict: 'accepted' };
  }
}
