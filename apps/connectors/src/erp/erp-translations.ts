import {
  AccountingPeriodChanged,
  CommitmentRecorded,
  DocumentReversed,
  InvoicePosted,
  JournalPosted,
  OrderChanged,
  ReceiptPosted,
  RequisitionEnded,
  RequisitionRecorded,
} from '@meridian/contracts-connectors';
import { minorToWire, parseMoney } from '@meridian/money';
import { translation, type Translation } from '../translation/translation.js';
import {
  CommitmentData,
  InvoiceData,
  JournalData,
  OrderDocumentData,
  PeriodData,
  RequisitionData,
  RequisitionEndData,
  ReversalData,
} from './cost-data.js';
import type { DocumentData } from './cost-data.js';

/** What the events of an ERP system mean here. Whatever belongs to an order carries its key, so that it stays in order. */
export const ERP_TRANSLATIONS: readonly Translation[] = [
  translation('erp.requisition.recorded.v1', RequisitionData, RequisitionRecorded, (data, system) => ({
    ...documentOf(data, system),
    requisitionKey: `${system}:${data.requisitionNumber}`,
    ...(data.validUntil === undefined ? {} : { validUntil: data.validUntil }),
  })),
  translation('erp.requisition.ended.v1', RequisitionEndData, RequisitionEnded, (data, system) => ({
    requisitionKey: `${system}:${data.requisitionNumber}`,
    documentKey: `${system}:${data.documentNumber}`,
    projectCode: data.projectCode,
    outcome: data.outcome,
    postedOn: data.postingDate,
  })),
  translation('erp.commitment.recorded.v1', CommitmentData, CommitmentRecorded, (data, system) => ({
    ...documentOf(data, system),
    ...supplierOf(data),
    orderKey: `${system}:${data.orderNumber}`,
    ...(data.requisitionNumber === undefined
      ? {}
      : { requisitionKey: `${system}:${data.requisitionNumber}` }),
  })),
  translation('erp.order.changed.v1', OrderDocumentData, OrderChanged, ofOrder),
  translation('erp.receipt.posted.v1', OrderDocumentData, ReceiptPosted, ofOrder),
  translation('erp.invoice.posted.v1', InvoiceData, InvoicePosted, (data, system) => ({
    ...documentOf(data, system),
    ...supplierOf(data),
    orderKey: `${system}:${data.orderNumber ?? data.documentNumber}`,
    ...(data.orderNumber === undefined ? {} : { orderNumber: data.orderNumber }),
  })),
  translation('erp.journal.posted.v1', JournalData, JournalPosted, (data, system) => ({
    ...documentOf(data, system),
    isAccrual: data.journalKind === 'accrual',
    ...(data.reversalDate === undefined ? {} : { reversesOn: data.reversalDate }),
  })),
  translation('erp.document.reversed.v1', ReversalData, DocumentReversed, (data, system) => ({
    ...documentOf(data, system),
    orderKey: `${system}:${data.orderNumber ?? data.reversedDocumentNumber}`,
    reversedKind: data.reversedKind,
    reversedDocumentKey: `${system}:${data.reversedDocumentNumber}`,
  })),
  translation('erp.period.closed.v1', PeriodData, AccountingPeriodChanged, periodThat(true)),
  translation('erp.period.opened.v1', PeriodData, AccountingPeriodChanged, periodThat(false)),
];

function documentOf(data: DocumentData, system: string) {
  return {
    documentKey: `${system}:${data.documentNumber}`,
    projectCode: data.projectCode,
    ...(data.wbs === undefined ? {} : { wbs: data.wbs }),
    amountMinor: minorToWire(parseMoney(data.amount, data.currency).amountMinor),
    currency: data.currency,
    documentOn: data.documentDate,
    postedOn: data.postingDate,
  };
}

function ofOrder(data: OrderDocumentData, system: string) {
  return { ...documentOf(data, system), orderKey: `${system}:${data.orderNumber}` };
}

function supplierOf({ supplier }: CommitmentData | InvoiceData) {
  return supplier === undefined ? {} : { supplier };
}

function periodThat(isClosed: boolean) {
  return ({ calendar, period, date }: PeriodData, system: string) => ({
    periodKey: `${system}:${calendar}:${period}`,
    calendarName: calendar,
    period,
    isClosed,
    ...(date === undefined ? {} : { changedOn: date }),
  });
}
