import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import type { OwnerRecord, SealedEvent } from '@meridian/bus';
import { ProjectStaffingChanged } from '@meridian/contracts-resourcing';
import fc from 'fast-check';
import { Fold } from './fold.js';
import { anyTold, staffing } from './any-told.js';
import { sealed, told } from './told-history.js';

/** 10,000 take about 20 s. */
const HISTORIES = Number(process.env['MERIDIAN_HISTORIES'] ?? 1_000);
const unasked: OwnerRecord = {
  fetchEvents: () => Promise.reject(new Error('Nobody is asked here.')),
  listHeads: () => Promise.reject(new Error('Nobody is asked here.')),
};

describe('the read models', () => {
  test('are the same in whichever order the events of different owners are heard', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyTold, { minLength: 2, maxLength: 24 }),
        choices,
        async (history, picks) => {
          const events = sealed(history);
          expect(await checksumOf(interleaved(events, picks))).toBe(await checksumOf(events));
        },
      ),
      { numRuns: HISTORIES },
    );
  }, 120_000);

  test('differ when one event is missing, so that the checksum means something', async () => {
    const [first, ...rest] = sealed([
      told(ProjectStaffingChanged, staffing(3), '2026-11-20T08:00:00.000Z'),
      told(ProjectStaffingChanged, staffing(3), '2026-11-21T08:00:00.000Z'),
    ]);
    expect(await checksumOf(rest)).not.toBe(await checksumOf([first!, ...rest]));
  });
});

/** The rows after these events, as one number. */
async function checksumOf(events: readonly SealedEvent[]): Promise<string> {
  const fold = new Fold(() => unasked, new Set());
  for (const event of events) await fold.take(event.source, [event]);
  const { projects, milestones, attention } = fold.rows.takeChanged();
  const open = [...attention].filter(([, line]) => line !== null);
  const rows = [projects, milestones, open].flatMap((table) => [...table].map(([, row]) => textOf(row)));
  return createHash('sha256').update(rows.sort().join('\n')).digest('hex');
}

function textOf(row: object | null): string {
  const fields = Object.entries(row ?? {}).sort(([one], [other]) => one.localeCompare(other));
  return JSON.stringify(fields, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value));
}

/** Another order that owners may be heard in: events of one owner's aggregate stay in theirs. */
function interleaved(events: readonly SealedEvent[], picks: readonly number[]): SealedEvent[] {
  const lanes = new Map<string, SealedEvent[]>();
  for (const event of events) {
    const lane = `${event.source} ${event.aggregateId}`;
    lanes.set(lane, [...(lanes.get(lane) ?? []), event]);
  }
  const open = [...lanes.values()];
  const heard: SealedEvent[] = [];
  for (let turn = 0; open.length > 0; turn += 1) {
    const at = (picks[turn % picks.length] ?? 0) % open.length;
    heard.push(open[at]!.shift()!);
    if (open[at]!.length === 0) open.splice(at, 1);
  }
  return heard;
}

const choices = fc.array(fc.nat(20), { minLength: 24, maxLength: 24 });
