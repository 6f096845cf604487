import type { CalendarDefinition } from '@meridian/calendar';
import { Refusal } from '@meridian/refusal';

export interface ReadinessItem {
  readonly text: string;
  readonly isDone: boolean;
}

/** A place where things are rolled out. */
export interface Site {
  readonly siteId: string;
  readonly code: string;
  readonly name: string;
  readonly calendar: CalendarDefinition;
  /** BCP 47 */
  readonly language: string;
  readonly currency: string;
  /** Of the IANA database. */
  readonly timeZone: string;
  readonly managerPersonId: string | null;
  readonly managerName: string | null;
  readonly readiness: readonly ReadinessItem[];
}

/** What a site still needs, in words. */
export function openItems({ readiness }: Pick<Site, 'readiness'>): string[] {
  return readiness.flatMap(({ text, isDone }) => (isDone ? [] : [text]));
}

/** The language in its usual spelling, `pt-br` as `pt-BR`. @throws Refusal `projects/language-unknown` */
export function usualLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0]!;
  } catch {
    throw new Refusal(
      'projects/language-unknown',
      `"${language}" is no language tag (BCP 47); they look like "en", "pt-BR" or "zh-Hant".`,
      { kind: 'unprocessable' },
    );
  }
}

/** @throws Refusal `projects/time-zone-unknown` */
export function requireTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw new Refusal(
      'projects/time-zone-unknown',
      `"${timeZone}" is no time zone; they look like "Europe/Dublin" or "America/Sao_Paulo".`,
      { kind: 'unprocessable' },
    );
  }
}
