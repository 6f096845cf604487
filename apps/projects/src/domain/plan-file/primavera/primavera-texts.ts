/** Plain text of a note, which Primavera keeps as HTML. Tags are dropped, paragraphs and breaks become lines. */
export function textOfHtml(html: string): string {
  return html
    .replace(/<(?:br|\/p|\/div|\/li)\b[^<>]{0,1000}>/gi, '\n')
    .replace(/<[^<>]{0,4000}>/g, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&quot;/gi, '"')
    .replace(/&#39;|&apos;/gi, "'")
    .replace(/&amp;/gi, '&')
    .replace(/[ \t]+\n/g, '\n')
    .trim();
}

/** The HTML of a note of ours. */
export function htmlOfText(text: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
  return `<HTML><BODY>${escaped.replace(/\n/g, '<br/>')}</BODY></HTML>`;
}

/**
 * One form for the two in which Primavera writes identities, so that a plan is known again whichever way it comes: XER has 22
 * characters of base64 (the first three groups with their bytes reversed), XML has them in braces. Null for anything else.
 */
export function identityOf(text: string | undefined): string | null {
  const trimmed = text?.trim() ?? '';
  const written = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/i.exec(trimmed)?.[1];
  if (written !== undefined) return written.toUpperCase();
  if (!/^[A-Za-z0-9+/]{22}(?:==)?$/.test(trimmed)) return null;
  const bytes = bytesOf(trimmed.slice(0, 22));
  const order = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15];
  const hex = order.map((at) => bytes[at]!.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5').toUpperCase();
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

function bytesOf(base64: string): number[] {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of base64) {
    held = (held << 6) | ALPHABET.indexOf(letter);
    bits += 6;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 255);
    held &= (1 << bits) - 1;
  }
  return bytes;
}
