/** Where a project stands between the first idea and the archive; one record all the way. */
export type Stage =
  'idea' | 'proposal' | 'candidate' | 'approved' | 'delivery' | 'closing' | 'benefits' | 'archived';

/** In the order of a life that goes well. */
export const STAGES: readonly Stage[] = [
  'idea',
  'proposal',
  'candidate',
  'approved',
  'delivery',
  'closing',
  'benefits',
  'archived',
];

const WORDS: Readonly<Record<Stage, string>> = {
  idea: 'an idea',
  proposal: 'a proposal',
  candidate: 'a candidate',
  approved: 'approved',
  delivery: 'in delivery',
  closing: 'closing',
  benefits: 'tracking its benefits',
  archived: 'archived',
};

/** "The project is ...". */
export function stageWords(stage: Stage): string {
  return WORDS[stage];
}
