import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { BudgetMovement, MoveBudget } from '@meridian/contracts-budgeting';
import { minorFromWire, requireSameCurrency } from '@meridian/money';
import { requireFundsOpen, requirePath } from '../domain/budget-tree/movement.js';
import { movementCommand } from '../domain/budget-tree/movement-command.js';
import { balanceOnWire } from '../domain/ledger/balance-on-wire.js';
import { decide } from '../domain/ledger/decide.js';
import { applyEntry } from '../domain/ledger/ledger.js';
import { dayNumber } from '../domain/plan/calendar-day.js';
import { nodeIn, nodesUpwards } from '../persistence/budget-nodes.js';
import { openBooks } from '../persistence/books.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { writeEntry } from '../persistence/journal.js';
import { rebudget } from '../persistence/rebudget.js';
import { postWaitingForMoney } from '../persistence/waiting-for-money.js';
import { balancesTouched } from '../domain/ledger/touched.js';
import { requireMayMove } from '../access/may-move-budget.js';
import { personOf } from '../access/person-of.js';
import { positionsTold, tellingNoBalance } from '../access/told-balances.js';

/** Allocates, releases, transfers, reserves, draws: one entry, decided and written under the locks of all it touches. */
@Controller()
export class MoveBudgetCommand {
  @Answers(MoveBudget)
  handle(@Payload() request: MoveBudget, @Ctx() call: Call<Tx>): Promise<BudgetMovement> {
    return tellingNoBalance(call, () => this.decide(request, call));
  }

  private async decide(request: MoveBudget, call: Call<Tx>): Promise<BudgetMovement> {
    const { tx } = call;
    const { currency, decision, reference, movement } = request;
    const nodeIds = [request.fromNodeId, request.toNodeId].flatMap((nodeId) => nodeId ?? []);
    const nodes = await nodesUpwards(tx, nodeIds);
    const named = nodeIds.map((nodeId) => nodeIn(nodes, nodeId));
    await requireMayMove(tx, call.claims, named, movement === 'reserve' || movement === 'draw');
    for (const node of named) requireSameCurrency(node, request);
    dayNumber(request.postedOn);
    const [from, to] = [request.fromNodeId, request.toNodeId].map((id) => (id ? nodes.get(id) : undefined));
    requirePath(movement, { from, to }, nodes);

    const books = await openBooks(tx, {
      currency,
      projectIds: named.flatMap(({ projectId }) => projectId ?? []),
      fundIds: named.flatMap(({ nodeId, projectId }) => (projectId === null ? [nodeId] : [])),
    });
    // Read again under the lock: a freeze may have come meanwhile.
    const locked = await nodesUpwards(tx, nodeIds);
    requireFundsOpen(nodeIds.map((nodeId) => nodeIn(locked, nodeId)));
    const by = personOf(call.claims);
    const { postedOn: on } = request;
    const { entry } = decide(
      books.ledger,
      movementCommand(
        { ...request, from, to, amountMinor: minorFromWire(request.amountMinor) },
        { entryId: call.newId(), on, currency, reference, decision, by },
      ),
    );
    const projectId = to?.projectId ?? from?.projectId ?? to?.nodeId ?? from?.nodeId ?? '';
    const amountMinor = minorFromWire(request.amountMinor);
    await writeEntry(tx, entry, { projectId, amountMinor, recordedAt: call.now });
    const after = applyEntry(books.ledger, entry);
    await rebudget(call, books, after, { reference, decision, approvedBy: by });
    for (const id of books.budgets.keys()) {
      await postWaitingForMoney(call, id);
      await answerClosing(call, id);
    }
    const tell = await positionsTold(call, [...books.budgets.keys()]);
    return {
      entryId: entry.entryId,
      balances: balancesTouched(after, entry).map(({ nodeId, period, position }) =>
        balanceOnWire(nodeId, tell(position, nodeId, period), period),
      ),
    };
  }
}
