import { formatDay } from './format-day.js';

/** A sentence of a service with its days `YYYY-MM-DD` as the reader writes them. */
export function withReadableDays(sentence: string, locale?: string): string {
  return sentence.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => formatDay(day, locale));
}
