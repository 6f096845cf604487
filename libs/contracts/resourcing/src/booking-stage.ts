/**
 * How far an assignment is on its way to a person: nobody asked, asked for, somebody proposed, booked with the agreement of
 * the project (soft), and with that of who decides for the person as well (hard).
 */
export const BOOKING_STAGES = ['open', 'requested', 'proposed', 'soft', 'hard'] as const;

export const BOOKING_STEPS = ['request', 'propose', 'agree', 'confirm', 'swap', 'release'] as const;
