import { CommitmentRecorded, InvoicePosted } from '@meridian/contracts-connectors';
import { minorToWire, parseMoney } from '@meridian/money';
import { translation, type Translation } from '../translation/translation.js';
import { CommitmentData, InvoiceData } from './cost-data.js';

/** What the events of an ERP system mean here. An invoice carries its order's key, so that the two stay in order. */
export const ERP_TRANSLATIONS: readonly Translation[] = [
  translation('erp.commitment.recorded.v1', CommitmentData, CommitmentRecorded, (data, system) => ({
    ...costOf(data, system),
    orderKey: `${system}:${data.orderNumber}`,
  })),
  translation('erp.invoice.posted.v1', InvoiceData, InvoicePosted, (data, system) => ({
    ...costOf(data, system),
    orderKey: `${system}:${data.orderNumber ?? data.documentNumber}`,
    ...(data.orderNumber === undefined ? {} : { orderNumber: data.orderNumber }),
  })),
];

function costOf(data: CommitmentData | InvoiceData, system: string) {
  return {
    documentKey: `${system}:${data.documentNumber}`,
    projectCode: data.projectCode,
    ...(data.wbs === undefined ? {} : { wbs: data.wbs }),
    ...(data.supplier === undefined ? {} : { supplier: data.supplier }),
    amountMinor: minorToWire(parseMoney(data.amount, data.currency).amountMinor),
    currency: data.currency,
    documentOn: data.documentDate,
    postedOn: data.postingDate,
  };
}
