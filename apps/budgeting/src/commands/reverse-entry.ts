import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { BudgetMovement, CostPosted, ReverseEntry } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { Refusal } from '@meridian/refusal';
import { balanceOnWire } from '../domain/ledger/balance-on-wire.js';
import { decide } from '../domain/ledger/decide.js';
import type { JournalEntry } from '../domain/ledger/journal.js';
import { applyEntry, projectPosition, usedByProject } from '../domain/ledger/ledger.js';
import type { Ledger } from '../domain/ledger/ledger.js';
import { balancesTouched } from '../domain/ledger/touched.js';
import { dayNumber } from '../domain/plan/calendar-day.js';
import { nodesUpwards } from '../persistence/budget-nodes.js';
import type { NodeRow } from '../persistence/budget-nodes.js';
import { openBooks } from '../persistence/books.js';
import type { Tx } from '../persistence/database.js';
import { findEntry } from '../persistence/entries.js';
import type { KeptEntry } from '../persistence/entries.js';
import { writeEntry } from '../persistence/journal.js';
import { rebudget } from '../persistence/rebudget.js';
import { requireMayMove } from './may-move-budget.js';
import { personOf } from './person-of.js';

/** Takes an entry back by its mirror image, unless what it gave has been used since. */
@Controller()
export class ReverseEntryCommand {
  @Answers(ReverseEntry)
  async handle(@Payload() request: ReverseEntry, @Ctx() call: Call<Tx>): Promise<BudgetMovement> {
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
    const { entry } = decide(books.ledger, {
      kind: 'reverse',
      entry: kept.entry,
      ...(kept.reversedBy === undefined ? {} : { reversedBy: kept.reversedBy }),
      entryId: call.newId(),
      on: request.postedOn,
      reference,
      decision,
      by,
    });
    const { projectId, amountMinor } = kept;
    await writeEntry(tx, entry, { projectId, amountMinor: -amountMinor, recordedAt: call.now });
    const after = applyEntry(books.ledger, entry);
    if (COST.has(kept.entry.kind)) await this.announce(call, after, entry, kept);
    await rebudget(call, books, after, { reference, decision, approvedBy: by });
    return {
      entryId: entry.entryId,
      balances: balancesTouched(after, entry).map(({ nodeId, period, position }) =>
        balanceOnWire(nodeId, position, period),
      ),
    };
  }

  private async nodesOf(tx: Tx, { postings }: JournalEntry): Promise<readonly NodeRow[]> {
    const ids = postings.flatMap(({ account }) => (account.kind === 'external' ? [] : [account.id]));
    const nodes = await nodesUpwards(tx, [...new Set(ids)]);
    return [...new Set(ids)].flatMap((id) => nodes.get(id) ?? []);
  }

  private async announce(
    call: Call<Tx>,
    after: Ledger,
    entry: JournalEntry,
    { projectId, amountMinor }: KeptEntry,
  ): Promise<void> {
    const { acMinor, committedMinor } = usedByProject(after, projectId);
    await call.announce(CostPosted, {
      projectId,
      postingId: entry.entryId,
      kind: 'reversal',
      amountMinor: minorToWire(-amountMinor),
      currency: entry.currency,
      postedOn: entry.on,
      reference: entry.reference,
      committedMinor: minorToWire(committedMinor),
      actualMinor: minorToWire(acMinor),
      availableMinor: minorToWire(projectPosition(after, projectId).availableMinor),
    });
  }
}

const COST = new Set<JournalEntry['kind']>([
  'commitment',
  'release',
  'receipt',
  'invoice',
  'actual',
  'credit',
  'recoding',
]);

function requireEntry(entry: KeptEntry | null, entryId: string): KeptEntry {
  if (entry) return entry;
  throw new Refusal('budgeting/unknown-entry', `There is no entry ${entryId} in the ledger.`, {
    kind: 'not-found',
  });
}
