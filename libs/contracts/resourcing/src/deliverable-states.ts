/** Agreed with the partner, handed in by it, and accepted or rejected by who manages the project; rejected, it is handed in again. */
export const DELIVERABLE_STATES = ['agreed', 'handed-in', 'accepted', 'rejected'] as const;

export type DeliverableState = (typeof DELIVERABLE_STATES)[number];
