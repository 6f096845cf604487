/** The same name however it is written: `GAMP 5` and `gamp  5`. */
export function nameKey(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
