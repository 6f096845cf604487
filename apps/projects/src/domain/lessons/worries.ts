/**
 * Words by which an entry of a register is taken to be about what a lesson is about. A house list, short on purpose: a worry that
 * it misses costs a lesson a place, no more.
 */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  scope: ['scope', 'requirement'],
  schedule: ['delay', 'late', 'deadline', 'schedule', 'slip'],
  cost: ['cost', 'price', 'budget', 'inflation'],
  quality: ['quality', 'defect', 'test', 'rework'],
  people: ['staff', 'people', 'team', 'skill', 'resign', 'leave'],
  communication: ['communication', 'stakeholder', 'misunderst'],
  procurement: ['supplier', 'procurement', 'contract', 'vendor', 'delivery'],
  technology: ['technology', 'software', 'system', 'interface', 'migration', 'security'],
};

/** Categories of lessons that open entries are about, by the beginnings of the words in them. */
export function worriesIn(texts: readonly string[]): string[] {
  const words = texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []);
  return Object.keys(WORDS).filter((category) =>
    WORDS[category]!.some((start) => words.some((word) => word.startsWith(start))),
  );
}
