const words: Record<string, string> = {
  funding: 'Funds received',
  approval: 'Budget approved',
  transfer: 'Budget moved',
  allocation: 'Money given on',
  return: 'Money given back',
  'set-aside': 'Reserve set aside',
  'reserve-draw': 'Reserve drawn',
  requisition: 'Requisition',
  withdrawal: 'Requisition withdrawn',
  lapse: 'Requisition lapsed',
  receipt: 'Goods received',
  accrual: 'Cost accrued',
  recoding: 'Cost moved by a journal',
  freeze: 'Frozen',
  unfreeze: 'Opened again',
  'period-close': 'Period closed',
  'period-open': 'Period opened again',
  commitment: 'Order placed',
  release: 'Order cut',
  invoice: 'Invoice on an order',
  actual: 'Cost booked',
  credit: 'Credit note',
  reversal: 'Entry reversed',
};

/** The kind of a ledger entry in the words of the trade; an unknown kind is shown as it came. */
export function postingWords(kind: string): string {
  return words[kind] ?? kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll('-', ' ');
}

/** `erp:INV-7` is document `INV-7` of the ERP system; a reference somebody wrote has no such mark. */
export function documentOf(reference: string): { readonly number: string; readonly system?: string } {
  const [, system, number] = /^([a-z][a-z\d-]*):(\S+)$/.exec(reference) ?? [];
  return system && number ? { number, system: system.toUpperCase() } : { number: reference };
}
