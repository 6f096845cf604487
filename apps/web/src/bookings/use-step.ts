import type { BookingTask, Recorded } from '@meridian/contracts-resourcing';
import { assignmentPath, bookingKeys } from '../gateway/staffing-queries.js';
import { useSend } from '../gateway/use-send.js';
import type { BookingStep } from './booking-words.js';

interface StepWish {
  readonly step: BookingStep;
  readonly personId?: string | undefined;
  readonly reason?: string;
}

/** Takes a step with a booking, as it was seen. */
export function useStep({ projectId, assignmentId, version }: BookingTask) {
  const change = useSend<Recorded>(bookingKeys(projectId));
  const take = ({ step, personId, reason = '' }: StepWish, onDone?: () => void): void => {
    const body = {
      step,
      ...(personId !== undefined && { personId }),
      ...(reason.trim() !== '' && { reason: reason.trim() }),
    };
    const path = `${assignmentPath(projectId, assignmentId)}/booking-steps`;
    change.mutate({ method: 'POST', path, body, version }, { onSuccess: onDone });
  };
  return { take, isPending: change.isPending, error: change.error };
}
