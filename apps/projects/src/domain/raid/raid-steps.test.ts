import { expect, test } from '@jest/globals';
import { exposureOfEntry, type RaidEntry, type RaidFacts, type RaidKind } from './raid-entry.js';
import { convertEntry, raiseEntry, reviseEntry, settleEntry } from './raid-steps.js';
import { writtenFacts } from './written-entry.js';

const TODAY = '2026-11-23';

function raised(other: Partial<RaidFacts> = {}): RaidEntry {
  const known = { entryId: 'one', projectId: 'wall', number: 1, currency: 'EUR', today: '2026-11-02' };
  return raiseEntry(writtenFacts(other), known);
}

function certain(kind: RaidKind): Partial<RaidFacts> {
  const { inherent } = writtenFacts();
  return { kind, inherent: { ...inherent, probabilityPercent: kind === 'issue' ? 100 : 20 } };
}

const conversion = (to: RaidKind) => ({ to, entryId: 'two', number: 2, today: TODAY });

test('a risk that happens goes on as a certain issue that knows where it comes from', () => {
  const hits = [{ taskId: 'dig', lowMinutes: 480, likelyMinutes: 960, highMinutes: 960 }];
  const { from, into } = convertEntry(raised({ hits, response: 'A second supplier' }), conversion('issue'));
  expect(from).toMatchObject({ status: 'converted', endedOn: TODAY, convertedToId: 'two', version: 2 });
  expect(exposureOfEntry(from)).toEqual({ minor: 0n, centidays: 0 });
  expect(into).toMatchObject({
    kind: 'issue',
    status: 'open',
    number: 2,
    version: 1,
    convertedFromId: 'one',
  });
  expect(into).toMatchObject({ title: from.title, hits, response: 'A second supplier', convertedToId: null });
  expect(exposureOfEntry(into)).toEqual({ minor: 1_000_001n, centidays: 1000 });
});

test.each([
  ['assumption', ['risk', 'issue']],
  ['dependency', ['risk', 'issue']],
  ['risk', ['issue']],
  ['issue', []],
] as const)('a %s goes on as one of %j and as nothing else', (kind, allowed) => {
  const all: readonly RaidKind[] = ['risk', 'assumption', 'issue', 'dependency'];
  const entry = raised(certain(kind));
  const becomes = all.filter((to) => {
    try {
      return convertEntry(entry, conversion(to)).into.kind === to;
    } catch {
      return false;
    }
  });
  expect(new Set(becomes)).toEqual(new Set(allowed));
});

test.each([
  ['risk', ['averted', 'expired']],
  ['assumption', ['confirmed', 'void']],
  ['issue', ['resolved']],
  ['dependency', ['met', 'dropped']],
] as const)('a %s ends as one of %j', (kind, allowed) => {
  const all = ['averted', 'expired', 'confirmed', 'void', 'resolved', 'met', 'dropped'] as const;
  const entry = raised(certain(kind));
  const endings = all.filter((outcome) => {
    try {
      return settleEntry(entry, outcome, TODAY).endedOn === TODAY;
    } catch {
      return false;
    }
  });
  expect(endings).toEqual(allowed);
});

test('what ended exposes to nothing, and to what it was when it is opened again', () => {
  const entry = raised();
  const ended = settleEntry(entry, 'averted', TODAY);
  expect(exposureOfEntry(ended)).toEqual({ minor: 0n, centidays: 0 });
  const again = settleEntry(ended, 'open', TODAY);
  expect(again).toEqual({ ...entry, version: 3 });
});

test('the response that is in place decides the exposure', () => {
  const entry = raised({ residual: { probabilityPercent: 10, impactMinor: 500n, impactDays: 3 } });
  expect(exposureOfEntry(entry)).toEqual({ minor: 50n, centidays: 30 });
});

test.each([
  ['no longer changes', 'projects/raid-ended', () => reviseEntry(ended(), writtenFacts(), 'Better known')],
  ['no longer goes on', 'projects/raid-ended', () => convertEntry(ended(), conversion('issue'))],
  ['does not end twice', 'projects/raid-ended', () => settleEntry(ended(), 'expired', TODAY)],
] as const)('an ended entry %s', (_, code, deed) => {
  expect(deed).toThrow(expect.objectContaining({ code }));
});

test.each([
  ['an open entry is not opened', 'projects/raid-open', () => settleEntry(raised(), 'open', TODAY)],
  [
    'what became another entry is not opened again',
    'projects/raid-ended',
    () => settleEntry(convertEntry(raised(), conversion('issue')).from, 'open', TODAY),
  ],
  [
    'a risk does not end as resolved',
    'projects/raid-outcome-unknown',
    () => settleEntry(raised(), 'resolved', TODAY),
  ],
  ['an issue becomes no risk', 'projects/raid-not-convertible', () => fromIssue()],
  [
    'a change without a reason is refused',
    'projects/raid-reason-missing',
    () => reviseEntry(raised(), writtenFacts(), null),
  ],
  [
    'the kind is not rewritten',
    'projects/raid-kind-fixed',
    () => reviseEntry(raised(), writtenFacts({ kind: 'dependency' }), 'It is one'),
  ],
  ['an issue is certain', 'projects/raid-issue-is-certain', () => raised({ kind: 'issue' })],
  ['a task is hit once', 'projects/raid-hit-twice', () => raised({ hits: [hit(1, 2, 3), hit(1, 2, 3)] })],
  [
    'the worst delay is not below the best',
    'projects/raid-hit-not-in-order',
    () => raised({ hits: [hit(3, 2, 4)] }),
  ],
] as const)('%s', (_, code, deed) => {
  expect(deed).toThrow(expect.objectContaining({ code }));
});

function ended(): RaidEntry {
  return settleEntry(raised(), 'averted', TODAY);
}

function fromIssue(): unknown {
  return convertEntry(raised(certain('issue')), conversion('risk'));
}

function hit(lowMinutes: number, likelyMinutes: number, highMinutes: number) {
  return { taskId: 'dig', lowMinutes, likelyMinutes, highMinutes };
}

test('an opportunity has a negative exposure while it is open, and ends as met, expired or dropped', () => {
  const good = raised({ effect: 'opportunity', strategy: 'enhance' });
  expect(exposureOfEntry(good)).toEqual({ minor: -200_000n, centidays: -200 });
  for (const outcome of ['met', 'expired', 'dropped'] as const) {
    expect(exposureOfEntry(settleEntry(good, outcome, TODAY))).toEqual({ minor: 0n, centidays: 0 });
  }
  expect(() => settleEntry(good, 'averted', TODAY)).toThrow('No opportunity ends as "averted"');
  expect(() => settleEntry(raised(), 'met', TODAY)).toThrow('No risk ends as "met"');
});

test('threats are avoided, reduced, transferred or accepted, opportunities exploited, enhanced, shared or accepted', () => {
  for (const strategy of ['avoid', 'reduce', 'transfer', 'accept']) raised({ strategy });
  for (const strategy of ['exploit', 'enhance', 'share', 'accept'])
    raised({ effect: 'opportunity', strategy });
  expect(() => raised({ strategy: 'exploit' })).toThrow('No threat is answered with "exploit"');
  expect(() => raised({ effect: 'opportunity', strategy: 'avoid' })).toThrow(
    'No opportunity is answered with',
  );
});

test('only a risk is an opportunity, and no entry turns from a threat into one without being seen', () => {
  expect(() => raised({ ...certain('issue'), effect: 'opportunity' })).toThrow('its kind is risk');
  expect(() => reviseEntry(raised(), writtenFacts({ effect: 'opportunity' }), 'Better')).toThrow(
    'recorded as risk and was sent as opportunity',
  );
});

test('an assumption goes on as an opportunity that is answered anew; an opportunity goes on as nothing', () => {
  const assumption = raised({ ...certain('assumption'), strategy: 'avoid' });
  const { into } = convertEntry(assumption, { ...conversion('risk'), effect: 'opportunity' });
  expect(into).toMatchObject({ kind: 'risk', effect: 'opportunity', strategy: null, convertedFromId: 'one' });
  expect(exposureOfEntry(into).minor).toBe(-200_000n);
  expect(() => convertEntry(assumption, { ...conversion('issue'), effect: 'opportunity' })).toThrow(
    'its kind is risk',
  );
  expect(() => convertEntry(into, { ...conversion('issue'), entryId: 'three' })).toThrow(
    'one that came ends as met',
  );
});
