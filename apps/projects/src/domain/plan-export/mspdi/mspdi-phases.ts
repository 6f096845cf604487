import type { TimePhased } from '../../plan-file/time-phased.js';
import type { XmlText } from '../xml-text.js';
import { durationText } from './mspdi-codes.js';

interface Stretch {
  readonly from: string | null;
  readonly to: string | null;
  readonly isIdle: boolean;
}

/**
 * Work spread over time, as far as its sums tell: a stretch of work before, between and after the pauses, the work shared out by
 * length. Kinds of which only the number of entries is known (amounts, percentages) cannot be written.
 */
export function writePhases(xml: XmlText, uid: number, phases: readonly TimePhased[]): void {
  for (const phase of phases) {
    if (phase.totalMinutes <= 0 && phase.idle.length === 0) continue;
    const stretches = stretchesOf(phase);
    const shares = sharesOf(phase.totalMinutes, stretches);
    stretches.forEach(({ from, to }, at) =>
      xml.element('TimephasedData', () =>
        xml.leaves({
          Type: phase.type,
          UID: uid,
          Start: from,
          Finish: to,
          Unit: 2,
          Value: shares[at] === undefined ? null : durationText(shares[at]),
        }),
      ),
    );
  }
}

function stretchesOf({ from, to, idle }: TimePhased): Stretch[] {
  const stretches: Stretch[] = [];
  let at = from;
  for (const pause of idle) {
    if (at === null || at < pause.from) stretches.push({ from: at, to: pause.from, isIdle: false });
    stretches.push({ ...pause, isIdle: true });
    at = pause.to;
  }
  if (at === null || to === null || at < to) stretches.push({ from: at, to, isIdle: false });
  return stretches;
}

/** Whole minutes for all stretches of work but the last, which takes the rest. Undefined where nothing can be said. */
function sharesOf(total: number, stretches: readonly Stretch[]): (number | undefined)[] {
  const lengths = stretches.map(({ from, to, isIdle }) => (isIdle ? 0 : minutesBetween(from, to)));
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const last = stretches.findLastIndex(({ isIdle }) => !isIdle);
  let left = total;
  return stretches.map(({ isIdle }, at) => {
    if (isIdle) return 0;
    const share = at === last || whole === 0 ? left : Math.floor((total * lengths[at]!) / whole);
    left = Math.round((left - share) * 10_000) / 10_000;
    return share === 0 ? undefined : share;
  });
}

function minutesBetween(from: string | null, to: string | null): number {
  if (from === null || to === null) return 1;
  return Math.max(1, (Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000);
}
