import type { LedgerLine } from '@meridian/contracts-budgeting';
import { isPerson } from '../people/person-names.js';
import type { PersonNames } from '../people/person-names.js';

/** Entries that only who approves budgets makes. */
const ofApprovers: ReadonlySet<string> = new Set([
  'funding',
  'approval',
  'allocation',
  'return',
  'set-aside',
  'reserve-draw',
  'freeze',
  'unfreeze',
  'period-close',
  'period-open',
]);

/** Who made an entry: the name, the system, or at least what somebody has to be to make such an entry. Never a bare id. */
export function posterWords(
  { postedBy, postedByName, entryKind }: Pick<LedgerLine, 'postedBy' | 'postedByName' | 'entryKind'>,
  names: PersonNames,
): string | undefined {
  if (postedBy === undefined) return undefined;
  const name = postedByName ?? names.get(postedBy);
  if (name !== undefined) return name;
  if (!isPerson(postedBy)) return postedBy.charAt(0).toUpperCase() + postedBy.slice(1);
  return ofApprovers.has(entryKind) ? 'PMO or sponsor' : 'Project manager or PMO';
}
