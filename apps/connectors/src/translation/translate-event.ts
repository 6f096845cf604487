import { readContract, validateContract } from '@meridian/bus';
import { Refusal } from '@meridian/refusal';
import { ERP_TRANSLATIONS } from '../erp/erp-translations.js';
import { HR_TRANSLATIONS } from '../hr/hr-translations.js';
import type { Translated } from './translation.js';

const TRANSLATIONS = new Map([...HR_TRANSLATIONS, ...ERP_TRANSLATIONS].map((entry) => [entry.type, entry]));

export interface OutsideEvent {
  readonly source: string;
  readonly type: string;
  readonly data: unknown;
}

export type Outcome =
  | { readonly verdict: 'accepted'; readonly translated: Translated }
  | { readonly verdict: 'parked'; readonly reason: string };

/** What an outside event becomes here, or why it is parked: in words that the one who repairs it understands. */
export function translateEvent(event: OutsideEvent): Outcome {
  const known = TRANSLATIONS.get(event.type);
  if (!known)
    return parked(
      `Events of type "${event.type}" are not known here. Known: ${[...TRANSLATIONS.keys()].join(', ')}.`,
    );
  const reading = readContract(known.shape, event.data, 'keep');
  if (!reading.valid) return parked(sentence(reading.violations));
  try {
    const translated = known.translate(reading.value, systemOf(event.source));
    const wrong = validateContract(translated.contract, translated.body);
    return wrong.length > 0 ? parked(sentence(wrong)) : { verdict: 'accepted', translated };
  } catch (error) {
    if (error instanceof Refusal) return parked(error.message);
    throw error;
  }
}

/** `/sap/erp` and `urn:workday:hr` name their system in the last part. */
export function systemOf(source: string): string {
  const parts = source.split(/[/:]/).filter((part) => part !== '');
  return (parts.at(-1) ?? source).toLowerCase().slice(0, 40);
}

function parked(reason: string): Outcome {
  return { verdict: 'parked', reason: reason.slice(0, 500) };
}

function sentence(violations: readonly { readonly path: string; readonly message: string }[]): string {
  const wrong = violations
    .map(({ path, message }) => (path === '' ? message : `${path} ${message}`))
    .join('; ');
  return `The data has another shape than its type promises: ${wrong}.`;
}
