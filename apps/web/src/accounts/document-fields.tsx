import type { BudgetException, BudgetTreeNode } from '@meridian/contracts-budgeting';
import type { ComponentProps } from 'react';
import { today } from '../dates/format-day.js';
import { formatMoney } from '../money/format-money.js';
import forms from '../parts/forms.module.css';
import type { DocumentDraft } from './document-body.js';
import { documentKinds, type DocumentField, type DocumentKind } from './document-kinds.js';

interface DocumentFieldsProps {
  readonly kind: DocumentKind;
  readonly draft: DocumentDraft;
  readonly onDraft: (draft: DocumentDraft) => void;
  readonly currency: string;
  readonly parts: readonly BudgetTreeNode[];
  readonly exceptions: readonly BudgetException[];
}

type TypedField = Exclude<keyof DocumentDraft, 'isFinal'>;

/** The fields that a kind of document asks, in the order of its form. */
export function DocumentFields({ kind, draft, onDraft, currency, parts, exceptions }: DocumentFieldsProps) {
  const { fields, free, number = '' } = documentKinds[kind];
  const set = (field: TypedField) => (event: { readonly currentTarget: { readonly value: string } }) =>
    onDraft({ ...draft, [field]: event.currentTarget.value });
  const input = (field: TypedField, label: string, more: ComponentProps<'input'> = {}, wide = false) => (
    <label className={wide ? `${forms.field} ${forms.wide}` : forms.field}>
      <span>{label}</span>
      <input
        required={!free.includes(field as DocumentField)}
        maxLength={120}
        value={draft[field]}
        onChange={set(field)}
        {...more}
      />
    </label>
  );
  const select = (field: TypedField, label: string, options: readonly (readonly [string, string])[]) => (
    <label className={forms.field}>
      <span>{label}</span>
      <select value={draft[field]} onChange={set(field)}>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
  const places = parts.map(({ nodeId, name }) => [nodeId, name] as const);
  const shown = (field: DocumentField): boolean => fields.includes(field);
  return (
    <>
      {shown('orderId') && input('orderId', number)}
      {shown('requisitionId') && input('requisitionId', 'Requisition it uses, if any')}
      {shown('nodeId') && places.length > 0 && select('nodeId', 'Where', [['', 'The project'], ...places])}
      {shown('toNodeId') &&
        places.length > 0 &&
        select('toNodeId', 'Move it to', [['', 'It stays there'], ...places])}
      {shown('amount') && input('amount', `Amount, ${currency}`, { inputMode: 'decimal' })}
      {shown('match') &&
        select('match', 'Its invoices', [
          ['', 'are not matched'],
          ['two-way', 'match the order'],
          ['three-way', 'match order and receipt'],
        ])}
      {shown('expiresOn') && input('expiresOn', 'Holds its money through', { type: 'date', min: today() })}
      {shown('reversesOn') && input('reversesOn', 'Taken back on, or next period', { type: 'date' })}
      {shown('isFinal') && (
        <label className={forms.check}>
          <input
            type="checkbox"
            checked={draft.isFinal}
            onChange={({ currentTarget }) => onDraft({ ...draft, isFinal: currentTarget.checked })}
          />
          <span>The last one of its order</span>
        </label>
      )}
      {shown('exception') &&
        exceptions.length > 0 &&
        select('exception', 'Exception it uses', [
          ['', 'None'],
          ...exceptions.map(
            ({ exceptionId, amountMinor, reason }) =>
              [exceptionId, `${formatMoney(amountMinor, currency)}: ${reason.slice(0, 40)}`] as const,
          ),
        ])}
      {input('postedOn', 'Day', { type: 'date', required: true })}
      {input('reference', 'Document and what for', { maxLength: 200, required: true }, true)}
      {input('decision', 'Who approved it', { maxLength: 300, required: true }, true)}
    </>
  );
}
