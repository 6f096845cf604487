import { cleanLines } from '../clean-text.js';
import type { XmlElement } from '../xml-element.js';
import { textOfHtml } from './primavera-texts.js';

/** Several notes of one owner, under different topics, become one. */
export function notesBy(elements: readonly XmlElement[], owner: string, kind: string): Map<string, string> {
  const notes = new Map<string, string>();
  for (const element of elements) {
    const text = cleanLines(textOfHtml(element.leaf('Note') ?? '')).text.trim();
    const key = `${kind} ${element.leaf(owner)?.trim() ?? ''}`;
    const known = notes.get(key);
    if (text !== '') notes.set(key, known === undefined ? text : `${known}\n\n${text}`);
  }
  return notes;
}
