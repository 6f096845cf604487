const kinds: Record<string, string> = {
  'funding-source': 'Source of funds',
  portfolio: 'Portfolio',
  programme: 'Programme',
  project: 'Project',
  'control-account': 'Control account',
  'work-package': 'Work package',
};

/** The kind of a place in the budget tree. */
export function kindWords(kind: string): string {
  return kinds[kind] ?? kind;
}

const accounts: Record<string, string> = {
  budget: 'available',
  contingency: 'contingency',
  'management-reserve': 'management reserve',
  reserved: 'reserved',
  committed: 'ordered',
  accrued: 'received',
  actual: 'spent',
  'funding-source': 'fund',
  portfolio: 'fund',
  programme: 'fund',
};

/** The account of a place that a posting changed. */
export function accountWords(account: string): string {
  return accounts[account] ?? account.replaceAll('-', ' ');
}
