import { createHash } from 'node:crypto';
import { inputTexts, type UncertainPlan } from '../domain/risk/risk-inputs.js';

/** SHA-256 over plan, progress, rules, estimates and risks: the same inputs have the same fingerprint. */
export function fingerprintOf(uncertain: UncertainPlan): string {
  const hash = createHash('sha256');
  for (const text of inputTexts(uncertain)) hash.update(`${text}\n`);
  return hash.digest('hex');
}
