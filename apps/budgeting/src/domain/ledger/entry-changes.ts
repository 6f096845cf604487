import type { AccountKind } from './account.js';
import { commitmentChange } from './commitment-change.js';
import { reservationChange } from './decide-reservation.js';
import type { CommitmentChange, Posting, ReservationChange } from './journal.js';

/** An entry as the journal keeps it: its postings in the order written, two to a movement. */
interface KeptEntry {
  readonly postings: readonly Posting[];
  readonly commitmentId?: string | undefined;
  readonly reservationId?: string | undefined;
}

/** What an entry changed on its commitment and reservation, read off its postings: the journal is the only record of it. */
export function changesOfEntry({ postings, commitmentId, reservationId }: KeptEntry): {
  readonly commitment?: CommitmentChange;
  readonly reservation?: ReservationChange;
} {
  const moves = movesOf(postings);
  const place = moves.find(({ from, to }) => PART.has(from) || PART.has(to));
  if (!place) return {};
  const sum = (from: readonly AccountKind[], to: readonly AccountKind[]): bigint =>
    moves.reduce(
      (all, move) => (from.includes(move.from) && to.includes(move.to) ? all + move.amountMinor : all),
      0n,
    );
  const { budgetId, period } = place;
  return {
    ...(commitmentId !== undefined && {
      commitment: commitmentChange(
        { commitmentId, budgetId, period },
        {
          committedMinor: sum(['budget', 'reserved'], ['committed']),
          invoicedMinor: sum(['committed', 'accrued'], ['actual']),
          releasedMinor: sum(['committed', 'accrued'], ['budget']),
          accruedMinor: sum(['committed'], ['accrued']) - sum(['accrued'], ['actual', 'budget']),
        },
      ),
    }),
    ...(reservationId !== undefined && {
      reservation: reservationChange(
        { reservationId, budgetId, period, expiresOn: undefined },
        {
          reservedMinor: sum(['budget'], ['reserved']),
          usedMinor: sum(['reserved'], ['committed']),
          returnedMinor: sum(['reserved'], ['budget']),
        },
      ),
    }),
  };
}

/** The accounts in which a commitment or reservation lies: their period is its period. */
const PART = new Set<AccountKind>(['reserved', 'committed', 'accrued']);

interface Move {
  readonly from: AccountKind;
  readonly to: AccountKind;
  readonly amountMinor: bigint;
  readonly budgetId: string;
  readonly period: string;
}

function movesOf(postings: readonly Posting[]): readonly Move[] {
  const moves: Move[] = [];
  for (let line = 0; line + 1 < postings.length; line += 2) {
    const [out, into] = [postings[line] as Posting, postings[line + 1] as Posting];
    const inPart = PART.has(out.account.kind) ? out.account : into.account;
    moves.push({
      from: out.account.kind,
      to: into.account.kind,
      amountMinor: into.amountMinor,
      budgetId: inPart.id,
      period: inPart.period,
    });
  }
  return moves;
}
