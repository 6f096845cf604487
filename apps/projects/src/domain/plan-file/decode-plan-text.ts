import { planFileRefusal } from './plan-file-refusal.js';

/**
 * Text of an XML file: UTF-16 by its byte order mark or its first bytes, otherwise the declared encoding, otherwise
 * UTF-8. Bytes that are no text in that encoding are refused rather than replaced.
 */
export function decodeXml(bytes: Uint8Array): string {
  return strictly(encodingOf(bytes), bytes);
}

export interface DecodedText {
  readonly text: string;
  /** Set when the encoding had to be guessed. */
  readonly note: string | undefined;
}

/**
 * Text of a file that does not say its encoding (XER, CSV): UTF-16 by its mark or its zero bytes, UTF-8 when it is that, else
 * Windows-1252, which a note tells, since Primavera writes the code page of the machine that exported.
 */
export function decodeUnmarked(bytes: Uint8Array): DecodedText {
  const [first, second] = bytes;
  const utf16 =
    first === 0xff || (second === 0x00 && first !== 0x00)
      ? 'utf-16le'
      : first === 0xfe || first === 0x00
        ? 'utf-16be'
        : undefined;
  if (utf16 !== undefined) return { text: strictly(utf16, bytes), note: undefined };
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), note: undefined };
  } catch {
    const note =
      'The file does not say its encoding and is not UTF-8; it was read as Windows-1252. Check letters with accents.';
    return { text: new TextDecoder('windows-1252').decode(bytes), note };
  }
}

function strictly(encoding: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    const sentence = `The file is not valid ${encoding} text. Save it again as UTF-8.`;
    throw planFileRefusal('projects/plan-file-encoding', sentence, { encoding });
  }
}

/** Encodings that plan files come in; every other one is refused by name. */
const ENCODINGS = new Map<string, string>([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ...['iso-8859-1', 'latin1', 'windows-1252', 'cp1252'].map((name) => [name, 'windows-1252'] as const),
  ...['1250', '1251', '1253', '1254', '1255', '1256', '1257', '1258'].map(
    (page) => [`windows-${page}`, `windows-${page}`] as const,
  ),
  ...['2', '3', '4', '5', '6', '7', '8', '10', '13', '14', '15', '16'].map(
    (part) => [`iso-8859-${part}`, `iso-8859-${part}`] as const,
  ),
  ...['shift_jis', 'euc-jp', 'gbk', 'gb2312', 'gb18030', 'big5', 'euc-kr', 'koi8-r'].map(
    (name) => [name, name] as const,
  ),
]);

function encodingOf(bytes: Uint8Array): string {
  const [first, second, third, fourth] = bytes;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0x3c && second === 0x00 && fourth === 0x00) return 'utf-16le';
  if (first === 0x00 && second === 0x3c && third === 0x00) return 'utf-16be';
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']/.exec(head)?.[1];
  if (declared === undefined) return 'utf-8';
  const encoding = ENCODINGS.get(declared.toLowerCase());
  if (encoding !== undefined) return encoding;
  const sentence = `The file says that its encoding is ${declared}, which is not read or not true. Save it again as UTF-8.`;
  throw planFileRefusal('projects/plan-file-encoding', sentence, { encoding: declared });
}
