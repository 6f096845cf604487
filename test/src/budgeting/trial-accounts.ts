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
import type { ServiceUnderTest } from '@meridian/testing';
import type { TrialProject } from './trial-project.js';

const DAY = '2026-01-31';

/** The accounts of an ERP system, as connectors tells of them. Amounts are minor units; keys are made of the numbers given. */
export class TrialAccounts {
  constructor(
    private readonly budgeting: ServiceUnderTest,
    private readonly project: TrialProject,
  ) {}

  requisition(
    requisition: string,
    amountMinor: string,
    more: Partial<RequisitionRecorded> = {},
  ): Promise<void> {
    const requisitionKey = this.key(requisition);
    const document = this.document(requisition, amountMinor);
    return this.budgeting.hears(RequisitionRecorded, { ...document, requisitionKey, ...more });
  }

  endRequisition(requisition: string, outcome: RequisitionEnded['outcome'] = 'withdrawn'): Promise<void> {
    const [requisitionKey, documentKey] = [this.key(requisition), this.key(`${requisition}/end`)];
    const { code: projectCode } = this.project;
    const ended = { requisitionKey, documentKey, projectCode, outcome, postedOn: DAY };
    return this.budgeting.hears(RequisitionEnded, ended);
  }

  order(order: string, amountMinor: string, requisition?: string): Promise<void> {
    const from = requisition === undefined ? {} : { requisitionKey: this.key(requisition) };
    const document = { ...this.document(order, amountMinor), orderKey: this.key(order), ...from };
    return this.budgeting.hears(CommitmentRecorded, document);
  }

  changeOrder(order: string, number: string, amountMinor: string): Promise<void> {
    const document = { ...this.document(number, amountMinor), orderKey: this.key(order) };
    return this.budgeting.hears(OrderChanged, document);
  }

  receipt(order: string, number: string, amountMinor: string): Promise<void> {
    const document = { ...this.document(number, amountMinor), orderKey: this.key(order) };
    return this.budgeting.hears(ReceiptPosted, document);
  }

  invoice(order: string, number: string, amountMinor: string, postedOn = DAY): Promise<void> {
    const document = { ...this.document(number, amountMinor), orderKey: this.key(order), postedOn };
    return this.budgeting.hears(InvoicePosted, { ...document, orderNumber: order });
  }

  journal(number: string, amountMinor: string, more: Partial<JournalPosted> = {}): Promise<void> {
    const document = { ...this.document(number, amountMinor), isAccrual: false, ...more };
    return this.budgeting.hears(JournalPosted, document);
  }

  reversal(
    reversedKind: DocumentReversed['reversedKind'],
    reversed: string,
    order = reversed,
    amountMinor = '1',
  ): Promise<void> {
    const document = this.document(`${reversed}/R`, amountMinor);
    const [orderKey, reversedDocumentKey] = [this.key(order), this.key(reversed)];
    return this.budgeting.hears(DocumentReversed, {
      ...document,
      orderKey,
      reversedKind,
      reversedDocumentKey,
    });
  }

  period(calendarName: string, period: string, isClosed: boolean): Promise<void> {
    const periodKey = this.key(`${calendarName}:${period}`);
    return this.budgeting.hears(AccountingPeriodChanged, { periodKey, calendarName, period, isClosed });
  }

  /** Numbers of the accounts are theirs alone: another project of the same test has others. */
  key(number: string): string {
    return `erp:${this.project.code}-${number}`;
  }

  private document(number: string, amountMinor: string) {
    const [documentOn, postedOn] = [DAY, DAY];
    const { code: projectCode } = this.project;
    return { documentKey: this.key(number), projectCode, amountMinor, currency: 'EUR', documentOn, postedOn };
  }
}
