import { toMinor } from '../money/to-minor.js';
import { documentKinds, type DocumentKind } from './document-kinds.js';

/** A document as somebody types it. */
export interface DocumentDraft {
  readonly orderId: string;
  readonly requisitionId: string;
  /** Empty: the project itself. */
  readonly nodeId: string;
  /** Empty: it stays where it is. */
  readonly toNodeId: string;
  readonly amount: string;
  readonly match: '' | 'two-way' | 'three-way';
  readonly expiresOn: string;
  readonly reversesOn: string;
  readonly isFinal: boolean;
  readonly exception: string;
  readonly postedOn: string;
  readonly reference: string;
  readonly decision: string;
}

/** Whether the amount can be sent: there is one, with a sign only where the document knows one. */
export function isAmount(kind: DocumentKind, typed: string, currency: string): boolean {
  const minor = toMinor(typed, currency);
  return minor !== undefined && minor !== '0' && (documentKinds[kind].isSigned || !minor.startsWith('-'));
}

/** What is sent of a draft: the fields that this kind of document knows, without those that are empty. */
export function documentBody(
  kind: DocumentKind,
  draft: DocumentDraft,
  currency: string,
): Readonly<Record<string, unknown>> {
  const said = documentKinds[kind].fields.flatMap((field): [string, unknown][] => {
    if (field === 'amount') return [['amountMinor', toMinor(draft.amount, currency)]];
    const value = draft[field];
    const typed = typeof value === 'string' ? value.trim() : value;
    return typed === '' || typed === false ? [] : [[field, typed]];
  });
  return {
    documentKind: kind,
    ...Object.fromEntries(said),
    currency,
    postedOn: draft.postedOn,
    reference: draft.reference.trim(),
    decision: draft.decision.trim(),
  };
}
