import type { Call } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import type { BudgetPosition } from '../domain/ledger/ledger.js';
import { maskedPosition } from '../domain/rates/labour-mask.js';
import type { BudgetRow } from '../persistence/budgets.js';
import type { Tx } from '../persistence/database.js';
import { labourMasks } from '../persistence/labour-cells.js';
import { maySeeRates } from './may-see-rates.js';

type TellPosition = (position: BudgetPosition, budgetId: string, period: string) => BudgetPosition;

/** How positions of these projects are told to who asks: exactly to who may see rates, else with the labour that may be told. */
export async function positionsTold(
  { tx, claims }: Pick<Call<Tx>, 'tx' | 'claims'>,
  projectIds: readonly string[],
): Promise<TellPosition> {
  if (maySeeRates(claims)) return (position) => position;
  const masks = await labourMasks(tx, projectIds);
  return (position, budgetId, period) => maskedPosition(position, masks, { budgetId, period });
}

/** How far a posting goes beyond a budget is told where there is no labour in it, or to who may see rates. */
export function mayTellOverrun({ claims }: Pick<Call<Tx>, 'claims'>, budget: BudgetRow | undefined): boolean {
  return maySeeRates(claims) || budget?.labourMinutes === 0;
}

/**
 * Balances are checked on the books. A refusal that says what is there would tell the labour in it: whoever may not see rates is told
 * that it does not fit, not by how much, where there is labour.
 */
export async function tellingNoBalance<Answer>(
  { tx, claims }: Pick<Call<Tx>, 'tx' | 'claims'>,
  act: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refusal) || maySeeRates(claims)) throw error;
    throw (await saysLabour(tx, error)) ? withoutBalance(error) : error;
  }
}

const BALANCES = ['availableMinor', 'exceededByMinor', 'balanceMinor'];

async function saysLabour(tx: Tx, { details = {} }: Refusal): Promise<boolean> {
  if (!BALANCES.some((name) => name in details)) return false;
  const budgetId = String(details['budgetId'] ?? details['id']);
  const [found] = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM budget b
     WHERE labour_minutes <> 0
       AND (b.project_id::text = ${budgetId}
            OR b.project_id = (SELECT n.project_id FROM budget_node n WHERE n.node_id::text = ${budgetId}))`;
  return found !== undefined;
}

function withoutBalance({ code, kind, details = {} }: Refusal): Refusal {
  const left = Object.entries(details).filter(([name]) => !BALANCES.includes(name));
  return new Refusal(
    code,
    'More is asked for than is there; ask for less, or who may see rates how much it is: the amount would tell what people cost.',
    { kind, details: Object.fromEntries(left) },
  );
}
