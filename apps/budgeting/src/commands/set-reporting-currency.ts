import { Controller } from '@nestjs/common';
import { Ctx, Payload } from '@nestjs/microservices';
import { Answers, Call } from '@meridian/bus';
import { ReportingCurrencyVersion, SetReportingCurrency } from '@meridian/contracts-budgeting';
import { minorDigits } from '@meridian/money';
import type { Tx } from '../persistence/database.js';
import { lockRates } from '../persistence/labour-rates.js';
import { approvedRateSet } from '../persistence/rate-sets.js';
import { requireApproverRole, requireVersion } from '../access/may-change-money.js';

/** In which currency, and with which frozen rates, a portfolio is reported from now on. */
@Controller()
export class SetReportingCurrencyCommand {
  @Answers(SetReportingCurrency)
  async handle(
    @Payload() request: SetReportingCurrency,
    @Ctx() call: Call<Tx>,
  ): Promise<ReportingCurrencyVersion> {
    const { tx } = call;
    requireApproverRole(call.claims);
    await lockRates(tx, 'alone');
    const { portfolio, currency, setId, comparedSetId = null } = request;
    const before = await tx.reportingCurrency.findUnique({ where: { portfolio } });
    requireVersion(call.expectedVersion, before?.version ?? 0);
    minorDigits(currency);
    for (const id of [setId, ...(comparedSetId === null ? [] : [comparedSetId])])
      await approvedRateSet(tx, id);
    const version = (before?.version ?? 0) + 1;
    const data = { version, currency, setId, comparedSetId };
    await tx.reportingCurrency.upsert({
      where: { portfolio },
      create: { portfolio, ...data },
      update: data,
    });
    return { portfolio, version };
  }
}
