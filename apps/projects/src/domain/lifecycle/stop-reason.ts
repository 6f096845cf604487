/** Why a project ends before its time; told to others and counted, beside the words of who stopped it. */
export type StopReason =
  | 'withdrawn'
  | 'duplicate'
  | 'no-strategic-fit'
  | 'business-case-gone'
  | 'too-costly'
  | 'too-risky'
  | 'no-capacity'
  | 'not-feasible'
  | 'regulation'
  | 'superseded'
  | 'gate-decision'
  | 'other';
