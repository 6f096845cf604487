import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { BudgetMovement, ReverseEntry } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { balanceOnWire } from '../domain/ledger/balance-on-wire.js';
import type { JournalEntry } from '../domain/ledger/journal.js';
import { balancesTouched } from '../domain/ledger/touched.js';
import { dayNumber } from '../domain/plan/calendar-day.js';
import { nodesUpwards } from '../persistence/budget-nodes.js';
import type { NodeRow } from '../persistence/budget-nodes.js';
import { openBooks } from '../persistence/books.js';
import { answerClosing } from '../persistence/closings.js';
import type { Tx } from '../persistence/database.js';
import { findEntry, isOfTime } from '../persistence/entries.js';
import type { KeptEntry } from '../persistence/entries.js';
import { postReversal } from '../persistence/post-reversal.js';
import { rebudget } from '../persistence/rebudget.js';
import { requireMayMove } from '../access/may-move-budget.js';
import { personOf } from '../access/person-of.js';
import { positionsTold, tellingNoBalance } from '../access/told-balances.js';

/** Takes an entry back by its mirror image, unless what it gave has been used since. */
@Controller()
export class ReverseEntryCommand {
  @Answers(ReverseEntry)
  handle(@Payload() request: ReverseEntry, @Ctx() call: Call<Tx>): Promise<BudgetMovement> {
    return tellingNoBalance(call, () => this.decide(request, call));
  }

  private async decide(request: ReverseEntry, call: Call<Tx>): Promise<BudgetMovement> {
    const { tx } = call;
    dayNumber(request.postedOn);
    const found = requireEntry(await findEntry(tx, request.entryId), request.entryId);
    const nodes = await this.nodesOf(tx, found.entry);
    await requireMayMove(tx, call.claims, nodes, true);
    const books = await openBooks(tx, {
      currency: found.entry.currency,
      projectIds: nodes.flatMap(({ projectId }) => projectId ?? []),
      fundIds: nodes.flatMap(({ nodeId, projectId }) => (projectId === null ? [nodeId] : [])),
      commitmentIds: found.entry.commitment ? [found.entry.commitment.commitmentId] : [],
      reservationIds: found.entry.reservation ? [found.entry.reservation.reservationId] : [],
    });
    // Read again under the lock: somebody else may have reversed it meanwhile.
    const kept = requireEntry(await findEntry(tx, request.entryId), request.entryId);
    const by = personOf(call.claims);
    const { decision } = request;
    const reference = `Reversal of ${kept.entry.reference}`.slice(0, 200);
    const { entry, ledger: after } = await postReversal(call, books.ledger, kept, {
      on: request.postedOn,
      reference,
      decision,
      by,
    });
    await rebudget(call, books, after, { reference, decision, approvedBy: by });
    for (const projectId of books.budgets.keys()) await answerClosing(call, projectId);
    const tell = await positionsTold(call, [...books.budgets.keys()]);
    return {
      entryId: entry.entryId,
      balances: balancesTouched(after, entry).map(({ nodeId, period, position }) =>
        balanceOnWire(nodeId, tell(position, nodeId, period), period),
      ),
    };
  }

  private async nodesOf(tx: Tx, { postings }: JournalEntry): Promise<readonly NodeRow[]> {
    const ids = postings.flatMap(({ account }) => (account.kind === 'external' ? [] : [account.id]));
    const nodes = await nodesUpwards(tx, [...new Set(ids)]);
    return [...new Set(ids)].flatMap((id) => nodes.get(id) ?? []);
  }
}

function requireEntry(entry: KeptEntry | null, entryId: string): KeptEntry {
  if (entry && isOfTime(entry)) {
    throw new Refusal(
      'budgeting/entry-of-timesheet',
      `Entry ${entryId} is the cost of an approved timesheet; take the time back there.`,
    );
  }
  if (entry) return entry;
  throw new Refusal('budgeting/unknown-entry', `There is no entry ${entryId} in the ledger.`, {
    kind: 'not-found',
  });
}
