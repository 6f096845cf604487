import { decimalText } from '../../plan-file/decimal-text.js';
import type { LeafValue, XmlText } from '../xml-text.js';

/** Hours, in which Primavera keeps durations, units and lags. */
export function hours(minutes: number | null): number | null {
  return minutes === null ? null : minutes / 60;
}

/** Shares from 0 to 1, in which Primavera keeps percentages. */
export function share(percent: number | null): number | null {
  return percent === null ? null : percent / 100;
}

/** Whole units of the currency with a fraction. */
export function units(minor: bigint | null, exponent: number): string | null {
  return minor === null ? null : decimalText({ unscaled: minor, scale: exponent });
}

/** Identities stand in braces; what is none of the right form is left out. */
export function identity(guid: string | null): string | null {
  return guid !== null && /^[0-9A-F]{8}(?:-[0-9A-F]{4}){3}-[0-9A-F]{12}$/i.test(guid)
    ? `{${guid.toUpperCase()}}`
    : null;
}

/** Leaves in the order of their names: that is the order of Primavera's schema. */
export function writeSorted(xml: XmlText, leaves: Readonly<Record<string, LeafValue>>): void {
  for (const name of Object.keys(leaves).sort()) xml.leaf(name, leaves[name]);
}
