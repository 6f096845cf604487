import type { WaitingDocument } from '@meridian/contracts-budgeting';

const words: Readonly<Record<string, string>> = {
  'project-unknown': 'No project has this code',
  'currency-differs': 'The project keeps its books in another currency',
  'order-unknown': 'Its order has not come yet',
  'document-unknown': 'What it cancels has not come yet',
  'budget-exceeded': 'More than is available',
  'exception-needed': 'Beyond the budget, which needs an exception',
  'budget-frozen': 'The budget is frozen',
  'no-approved-budget': 'No budget is approved yet',
  'period-closed': 'Its fiscal period is closed',
  'date-outside-periods': 'Its day lies in no fiscal period',
};

/** What a document waits for; a reason without words of its own is said as it came. */
export function waitingWords({ reason, sentence }: Pick<WaitingDocument, 'reason' | 'sentence'>): string {
  return words[reason] ?? sentence ?? reason.replaceAll('-', ' ');
}

/** `receipt erp:GR-7` is the receipt GR-7 of ERP. */
export function documentWords(document: string): string {
  const [, kind = document, system, number] = /^(\S+) (?:([a-z][a-z\d-]*):)?(.+)$/.exec(document) ?? [];
  if (number === undefined) return document;
  const name = kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
  return `${name} ${number}${system === undefined ? '' : ` of ${system.toUpperCase()}`}`;
}
