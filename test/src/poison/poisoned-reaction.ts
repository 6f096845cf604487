import { reaction } from '@meridian/bus';
import type { Delivery, HandlerRegistration } from '@meridian/bus';
import type { PgTx } from '@meridian/testing';
import { EarnedValueChanged, TaskProgressed } from '../bus/trial-contracts.js';
import { POISONED_REACTIONS } from './poison-kinds.js';
import type { PoisonedReaction } from './poison-kinds.js';
import { TakenRows } from './taken-rows.js';

/** A project whose first event is poison of this kind: its id says so, wherever the consumer runs. */
export function poisonedProject(number: number, poison: PoisonedReaction): string {
  return `poison-${number}-kind-${POISONED_REACTIONS.indexOf(poison)}`;
}

/** Writes down what it took and announces it, unless the event is poison for it and that is not `mended` yet. */
export function poisonedReaction(state: { readonly isMended: boolean }): HandlerRegistration {
  return reaction(
    TaskProgressed,
    async ({ projectId, step }, delivery: Delivery<PgTx, TakenRows>) => {
      const mayBePoison = !state.isMended && (step === 1 || step > 1_000_000);
      const poison = mayBePoison ? poisonOf(projectId) : undefined;
      await poison?.react(delivery.tx);
      const kept = poison === undefined && step > 1_000_000 ? 1 : step;
      delivery.shared.rows.push({ projectId, step: kept, sequence: delivery.sequence });
      await delivery.announce(EarnedValueChanged, {
        projectId,
        earned: poison?.earned ?? Math.min(kept, 1_000_000),
      });
    },
    TakenRows,
  );
}

function poisonOf(projectId: string): PoisonedReaction | undefined {
  const index = /-kind-(\d+)$/.exec(projectId)?.[1];
  return index === undefined ? undefined : POISONED_REACTIONS[Number(index)];
}
