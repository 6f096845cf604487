const HIDDEN = '[hidden]';
const SECRET_KEY = /passw|secret|token|authorization|cookie|credential|claims|private_?key|^pwd$/i;
const DEPTH = 8;

/** A copy of a logged object without the values whose key names a secret. Errors are left to the error serializer. */
export function scrubKeys(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== 'object' || value instanceof Error) return value;
  if (depth === DEPTH) return '[deeper]';
  if (Array.isArray(value)) return value.map((item) => scrubKeys(item, depth + 1));
  if (typeof (value as { toJSON?: unknown }).toJSON === 'function') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      SECRET_KEY.test(key) && item !== undefined ? HIDDEN : scrubKeys(item, depth + 1),
    ]),
  );
}

/** Takes passwords in addresses, bearer tokens and signed tokens out of a finished log line. */
export function scrubText(line: string): string {
  return line
    .replace(/(:\/\/[^:@/\s"]*):[^@/\s"]+@/g, `$1:${HIDDEN}@`)
    .replace(/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, `$1 ${HIDDEN}`)
    .replace(/\beyJ[\w-]{8,}\.[\w-]+\.[\w-]*/g, HIDDEN)
    .replace(
      /\b(access_token|refresh_token|id_token|code|password|client_secret)=[^&\s"\\]+/gi,
      `$1=${HIDDEN}`,
    );
}
