/** A check that every milestone starts with. */
export interface StandardCheck {
  readonly title: string;
  readonly isMandatory: boolean;
}

/** The checks a milestone carries from its first day, until a method of the organisation says otherwise. */
export const STANDARD_CHECKS: readonly StandardCheck[] = [
  { title: 'The deliverables of the milestone are complete and where they belong', isMandatory: true },
  { title: 'Open defects are listed and accepted by the one who has to live with them', isMandatory: true },
  { title: 'What was learned is written down', isMandatory: false },
];
