import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { requireVisible } from '@meridian/access';
import { Answers, Asking } from '@meridian/bus';
import { LedgerLine, LedgerStatement, LedgerStatementLines } from '@meridian/contracts-budgeting';
import { minorToWire } from '@meridian/money';
import { nodeMoney } from '../domain/budget-tree/node-money.js';
import { balanceOnWire } from '../domain/ledger/balance-on-wire.js';
import { dayNumber } from '../domain/plan/calendar-day.js';
import { requireApproverRole } from '../access/may-change-money.js';
import { maySeeRates } from '../access/may-see-rates.js';
import { nodeIn, nodesUpwards } from '../persistence/budget-nodes.js';
import type { NodeRow } from '../persistence/budget-nodes.js';
import { Database } from '../persistence/database.js';
import { balancesAt, statementLines } from '../persistence/ledger-reading.js';
import { namesOf } from '../persistence/person-names.js';
import type { AccountAt, StatementLine } from '../persistence/ledger-reading.js';

const LINES = 50;
const LAST_ENTRY = 2n ** 62n;

/** What was posted on a budget or fund and where it stood at the end of any day, as it was known at any moment. */
@Controller()
export class LedgerStatementQuery {
  constructor(private readonly database: Database) {}

  @Answers(LedgerStatement)
  async handle(@Payload() asked: LedgerStatement, @Ctx() asking: Asking): Promise<LedgerStatementLines> {
    const { nodeId } = asked;
    const node = nodeIn(await nodesUpwards(this.database, [nodeId]), nodeId);
    await this.requireMaySee(asking, node);
    const now = new Date();
    const asOf = asked.asOf ?? now.toISOString().slice(0, 10);
    dayNumber(asOf);
    const knownAt = asked.knownAt === undefined ? now : new Date(asked.knownAt);
    const before = asked.before === undefined ? LAST_ENTRY : BigInt(asked.before);
    const withTime = maySeeRates(asking.claims);
    const [accounts, lines] = await Promise.all([
      balancesAt(this.database, [nodeId], { asOf, knownAt, withTime }),
      statementLines(this.database, nodeId, {
        before,
        limit: asked.limit ?? LINES,
        asOf,
        knownAt,
        withTime,
      }),
    ]);
    const [whole] = nodeMoney([node], accounts, []);
    const names = await namesOf(
      this.database,
      lines.map(({ postedBy }) => postedBy),
    );
    return {
      nodeId,
      asOf,
      balances: balancesByPeriod(node, accounts),
      contingencyMinor: minorToWire(whole?.contingencyMinor ?? 0n),
      managementReserveMinor: minorToWire(whole?.managementReserveMinor ?? 0n),
      ...(withTime ? {} : { labour: 'left-out' as const }),
      lines: lines.map((line) => lineOnWire(line, names.get(line.postedBy ?? ''))),
    };
  }

  private async requireMaySee({ claims }: Asking, { projectId }: NodeRow): Promise<void> {
    if (projectId === null) return requireApproverRole(claims);
    requireVisible(claims, await this.database.project.findUnique({ where: { projectId } }));
  }
}

function balancesByPeriod(node: NodeRow, accounts: readonly AccountAt[]) {
  const periods = [...new Set(accounts.map(({ period }) => period))].sort();
  return periods.flatMap((period) => {
    const [money] = nodeMoney(
      [node],
      accounts.filter((account) => account.period === period),
      [],
    );
    return money === undefined ? [] : [balanceOnWire(node.nodeId, money.own, period)];
  });
}

function lineOnWire(line: StatementLine, postedByName: string | undefined): LedgerLine {
  const { entryId, kind, accountKind, period, postedOn, reference, decision, postedBy, reverses } = line;
  return {
    entryId,
    entryNo: line.entryNo.toString(),
    entryKind: kind,
    account: accountKind,
    period,
    amountMinor: minorToWire(line.amountMinor),
    postedOn,
    recordedAt: line.recordedAt.toISOString(),
    reference,
    ...(line.documentOn === null ? {} : { documentOn: line.documentOn }),
    ...(decision === null ? {} : { decision }),
    ...(postedBy === null ? {} : { postedBy }),
    ...(postedByName === undefined ? {} : { postedByName }),
    ...(reverses === null ? {} : { reverses }),
  };
}
