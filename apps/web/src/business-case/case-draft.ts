import type { BusinessCaseFigures, RecordBusinessCase } from '@meridian/contracts-budgeting';
import { toMinor, toTyped } from '../money/to-minor.js';

/** A version as it stands in the form. */
export interface CaseDraft {
  readonly summary: string;
  readonly assumptions: string;
  readonly currency: string;
  /** Percent for one period. */
  readonly rate: string;
  readonly now: string;
  readonly flows: readonly FlowDraft[];
}

export interface FlowDraft {
  readonly period: string;
  readonly in: string;
  readonly out: string;
  readonly what: string;
}

const firstYears = 3;

/** The latest version to go on from, or an empty one with the coming years. */
export function caseDraft(
  latest: BusinessCaseFigures | undefined,
  currency: string,
  year: number,
): CaseDraft {
  if (!latest) {
    const flows = Array.from({ length: firstYears }, (_, place) => ({
      period: String(year + 1 + place),
      in: '0',
      out: '0',
      what: '',
    }));
    return { summary: '', assumptions: '', currency, rate: '8', now: '0', flows };
  }
  const typed = (minor: string): string => toTyped(minor, latest.currency);
  return {
    summary: latest.summary,
    assumptions: latest.assumptions,
    currency: latest.currency,
    rate: String(Math.round(Number(latest.discountRate) * 1e6) / 1e4),
    now: typed(latest.nowMinor),
    flows: latest.flows.map(({ period, inMinor, outMinor, what = '' }) => ({
      period,
      in: typed(inMinor),
      out: typed(outMinor),
      what,
    })),
  };
}

type Body = Omit<RecordBusinessCase, 'projectId'>;

/** The version as the service takes it, or the first thing in the form that cannot be read. */
export function caseBody(draft: CaseDraft): { readonly value: Body } | { readonly problem: string } {
  const { currency, summary, assumptions } = draft;
  const rate = Number(draft.rate);
  if (draft.rate.trim() === '' || !Number.isFinite(rate) || Math.abs(rate) >= 10_000)
    return { problem: `“${draft.rate}” is no discount rate; write 8 for 8 per cent.` };
  const nowMinor = toMinor(draft.now, currency);
  if (nowMinor === undefined) return { problem: `“${draft.now}” is no amount; write an outlay as -250000.` };
  const flows: Body['flows'][number][] = [];
  for (const flow of draft.flows) {
    const [inMinor, outMinor] = [toMinor(flow.in, currency), toMinor(flow.out, currency)];
    if (flow.period.trim() === '') return { problem: 'A period has no name.' };
    if (
      inMinor === undefined ||
      outMinor === undefined ||
      inMinor.startsWith('-') ||
      outMinor.startsWith('-')
    )
      return { problem: `${flow.period}: amounts are numbers not below zero, such as 120000.` };
    const what = flow.what.trim();
    flows.push({ period: flow.period.trim(), inMinor, outMinor, ...(what ? { what } : {}) });
  }
  if (flows.length === 0) return { problem: 'There is no period yet. Add one.' };
  const discountRate = String(Math.round(rate * 1e4) / 1e6);
  return { value: { summary: summary.trim(), assumptions, currency, discountRate, nowMinor, flows } };
}
