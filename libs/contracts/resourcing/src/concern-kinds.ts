/**
 * Who reads a concern: everybody who works here, the line manager, one person who is named, or the HR partners of the day
 * it was raised. Who that is, is fixed then; nobody gets in later, whatever the role.
 */
export const CONFIDENTIALITY = ['open', 'line-manager', 'named-person', 'hr-partner'] as const;
export type Confidentiality = (typeof CONFIDENTIALITY)[number];

export const CONCERN_STATES = ['open', 'answered', 'closed'] as const;

export const CONCERN_OUTCOMES = ['settled', 'withdrawn'] as const;
