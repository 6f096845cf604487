import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Asking } from '@meridian/bus';
import { LabourRateCard, LabourRates } from '@meridian/contracts-budgeting';
import { Refusal } from '@meridian/refusal';
import { requireRates } from '../access/may-see-rates.js';
import { rateOn } from '../domain/rates/labour-rate.js';
import { dayNumber } from '../domain/plan/calendar-day.js';
import { Database } from '../persistence/database.js';
import { rateHistory, versionsOf } from '../persistence/labour-rates.js';
import type { RateRow } from '../persistence/labour-rates.js';
import { today } from '../persistence/work.js';

const PAGE = 100;

/** The rate card, with its history; of a worker only what fits, and what is applied. */
@Controller()
export class LabourRatesQuery {
  constructor(private readonly database: Database) {}

  @Answers(LabourRates)
  async handle(@Payload() asked: LabourRates, @Ctx() asking: Asking): Promise<LabourRateCard> {
    requireRates(asking.claims);
    const { on = today(asking), knownAt, after } = asked;
    dayNumber(on);
    const known = { where: knownAt === undefined ? {} : { recordedAt: { lte: new Date(knownAt) } } };
    const rows = await this.database.labourRate.findMany({
      where: {
        ...whereFits(asked),
        versions: { some: known.where },
        ...(after === undefined ? {} : { rateId: { gt: after } }),
      },
      include: { versions: known },
      orderBy: { rateId: 'asc' },
      take: asked.limit ?? PAGE,
    });
    const appliedRateId = isOfWorker(asked) ? await this.applied(asked, on, known) : undefined;
    return {
      on,
      rates: rows.map((row) => rateHistory(asKnown(row), on)),
      ...(appliedRateId === undefined ? {} : { appliedRateId }),
    };
  }

  /** All that fit, not only the page: the most specific may lie anywhere. */
  private async applied(
    worker: LabourRates,
    on: string,
    versions: { readonly where: object },
  ): Promise<string | undefined> {
    const rows = await this.database.labourRate.findMany({ where: whereFits(worker), include: { versions } });
    try {
      return rateOn(rows.flatMap(versionsOf), worker, on).rateId;
    } catch (error) {
      if (error instanceof Refusal) return undefined;
      throw error;
    }
  }
}

const PARTS = ['personId', 'partnerId', 'role', 'grade', 'siteId'] as const;

function isOfWorker(asked: LabourRates): boolean {
  return PARTS.some((part) => asked[part] !== undefined);
}

/**
 * A rate fits a worker where it names nothing else, and somebody of a partner where it names one of the two; without a
 * worker all are wanted.
 */
function whereFits(asked: LabourRates): object {
  if (!isOfWorker(asked)) return {};
  const { personId, partnerId } = asked;
  const own = [{ partnerId }, ...(personId === undefined ? [] : [{ personId }])];
  return {
    AND: [
      ...PARTS.map((part) => ({
        OR: [{ [part]: null }, ...(asked[part] === undefined ? [] : [{ [part]: asked[part] }])],
      })),
      ...(partnerId === undefined ? [] : [{ OR: own }]),
    ],
  };
}

/** The version that the rate was at, as far as it was known. */
function asKnown(row: RateRow): RateRow {
  return { ...row, version: Math.max(...row.versions.map(({ version }) => version)) };
}
