const words: Record<string, string> = {
  'no-budget': 'No budget is approved yet.',
  'no-plan': 'There is no plan that cost could be compared with.',
  'over-committed': 'More is spent and ordered than was granted.',
  frozen: 'The budget is frozen: it takes no new orders and no requested cost.',
  'cost-without-earned-value': 'A task has cost but no earned value.',
  'earned-value-before-start': 'A task has earned value before it started.',
  'earned-value-decreased': 'The earned value of a task went down.',
  'planned-value-changed-in-closed-period': 'The planned value of a closed month was changed.',
  'budget-changed-without-decision': 'The budget of a task was changed without a decision.',
  'labour-withheld':
    'Labour of too few people to be shown is not in the actual cost; record a rate of the house to have it estimated.',
  'level-of-effort-share-high': 'Much of the budget is level of effort, which says little about progress.',
  'milestone-not-accepted': 'A milestone counts as earned but is not accepted.',
};

/** What makes the figures doubtful, as a sentence; an unknown flag is shown as it came. */
export function flagWords(flag: string): string {
  return words[flag] ?? flag;
}
