import type { BookingLine, Recorded } from '@meridian/contracts-resourcing';
import { useState } from 'react';
import { assignmentPath, bookingKeys } from '../gateway/staffing-queries.js';
import { useSend } from '../gateway/use-send.js';

const proposable: ReadonlySet<BookingLine['stage']> = new Set(['open', 'requested', 'proposed']);

/** Proposes one person for several assignments, one after the other; it stops at the first that is refused. */
export function useProposal(projectId: string, bookings: readonly BookingLine[]) {
  const change = useSend<Recorded>(bookingKeys(projectId));
  const [isPending, setPending] = useState(false);
  const propose = async (personId: string): Promise<void> => {
    setPending(true);
    try {
      for (const { assignmentId, version = 0, stage, proposedPersonId } of bookings) {
        if (!proposable.has(stage) || proposedPersonId === personId) continue;
        const path = `${assignmentPath(projectId, assignmentId)}/booking-steps`;
        await change.mutateAsync({ method: 'POST', path, body: { step: 'propose', personId }, version });
      }
    } finally {
      setPending(false);
    }
  };
  return {
    propose: (personId: string): void => void propose(personId).catch(() => undefined),
    isPending,
    error: change.error,
  };
}
