/** What a client was told yes to. */
export interface Acknowledged {
  readonly kind: 'cost' | 'progress';
  /** Named by the client, once for each command. */
  readonly reference: string;
  /** The project of a cost, the task of a report. */
  readonly on: string;
  /** Cents of a cost, per cent of a report. */
  readonly value: number;
}

/** A row that the first service wrote for a command, in the order of its ids. */
export interface StockRecord extends Acknowledged {
  readonly id: number;
}

/** A row that the second service wrote when it took the event of a record, in the order in which it took them. */
export interface StockEntry {
  readonly kind: Acknowledged['kind'];
  readonly recordId: number;
  readonly on: string;
  readonly value: number;
}

export interface StockState {
  readonly records: readonly StockRecord[];
  readonly entries: readonly StockEntry[];
  /** Sum and number of costs of a project, as the second service shows them. */
  readonly totals: Readonly<Record<string, { readonly minor: number; readonly costs: number }>>;
  /** Per cent of a task, as the second service shows it. */
  readonly percents: Readonly<Record<string, number>>;
}

/** How many of what is wrong, by what it is. */
export interface StockLosses {
  /** A command was told yes, and there is no record. */
  readonly recordsLost: number;
  /** A command asked again after an unknown outcome made another record. */
  readonly recordsTwice: number;
  /** There is a record, and the second service never took its event. */
  readonly eventsLost: number;
  /** The second service took an event again. */
  readonly eventsTwice: number;
  /** It took an event that its owner never announced. */
  readonly eventsForged: number;
  /** It took the event, and the total has forgotten it: somebody else wrote over it. */
  readonly updatesLost: number;
  /** It took a report after a later one of the same task. */
  readonly outOfOrder: number;
  /** Projects whose total is not the sum of what was told yes. */
  readonly wrongTotals: number;
  /** Tasks that do not show what was reported last. */
  readonly wrongTasks: number;
}

/** Compares what clients were told with what two services hold. */
export function stockLosses(acknowledged: readonly Acknowledged[], state: StockState): StockLosses {
  const taken = countsOf(state.entries.map(keyOfEntry));
  const recorded = countsOf(state.records.map(({ reference }) => reference));
  const recordKeys = new Set(state.records.map(({ kind, id }) => `${kind} ${id}`));
  const known = state.entries.filter((entry) => recordKeys.has(keyOfEntry(entry)));
  return {
    recordsLost: acknowledged.filter(({ reference }) => !recorded.has(reference)).length,
    recordsTwice: state.records.length - recorded.size,
    eventsLost: [...recordKeys].filter((key) => !taken.has(key)).length,
    eventsTwice: known.length - new Set(known.map(keyOfEntry)).size,
    eventsForged: state.entries.length - known.length,
    updatesLost: updatesLost(state),
    outOfOrder: outOfOrder(state.entries),
    wrongTotals: wrongTotals(acknowledged, state),
    wrongTasks: wrongTasks(acknowledged, state),
  };
}

function keyOfEntry({ kind, recordId }: StockEntry): string {
  return `${kind} ${recordId}`;
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Entry and total are written in one transaction, so a total that counts fewer was written over. */
function updatesLost({ entries, totals }: StockState): number {
  const counted = Object.values(totals).reduce((sum, { costs }) => sum + costs, 0);
  return entries.filter(({ kind }) => kind === 'cost').length - counted;
}

function outOfOrder(entries: readonly StockEntry[]): number {
  const latest = new Map<string, number>();
  let count = 0;
  for (const { kind, on, recordId } of entries) {
    if (kind !== 'progress') continue;
    const before = latest.get(on) ?? 0;
    if (recordId < before) count += 1;
    latest.set(on, Math.max(before, recordId));
  }
  return count;
}

function wrongTotals(acknowledged: readonly Acknowledged[], { totals }: StockState): number {
  const sums = new Map(Object.keys(totals).map((projectId) => [projectId, 0]));
  for (const { kind, on, value } of acknowledged) {
    if (kind === 'cost') sums.set(on, (sums.get(on) ?? 0) + value);
  }
  return [...sums].filter(([projectId, sum]) => totals[projectId]?.minor !== sum).length;
}

function wrongTasks(acknowledged: readonly Acknowledged[], { percents }: StockState): number {
  const last = new Map<string, number>();
  for (const { kind, on, value } of acknowledged) if (kind === 'progress') last.set(on, value);
  return [...last].filter(([taskId, value]) => percents[taskId] !== value).length;
}
