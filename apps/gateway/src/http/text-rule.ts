// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;
/** What printable ASCII does not hold: most texts, file contents among them, need no other look. */
const SPECIAL = /[^\t\n\x20-\x7e]/;
const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * What is wrong with a text, or undefined. A text that passes is stored and given back unchanged: well-formed UTF-16,
 * no control characters but line feed and tab, Unicode normal form C.
 */
export function textFault(text: string): string | undefined {
  if (!SPECIAL.test(text)) return undefined;
  const control = CONTROL.exec(text);
  if (control) {
    const code = control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `holds the control character U+${code}; line feed and tab are the only ones allowed`;
  }
  if (LONE_SURROGATE.test(text)) return 'holds half of a surrogate pair; it must be well-formed Unicode';
  if (text.normalize('NFC') !== text) return 'is not in Unicode normal form C; normalise it before sending';
  return undefined;
}
