import type { ScenarioRule } from '@meridian/contracts-budgeting';

/** What was read of a text, or what is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly problem: string };

const forms: readonly (readonly [RegExp, (match: readonly string[]) => ScenarioRule])[] = [
  [
    /^(\S+) needs (\S+?)( finished)?$/,
    ([, one = '', needed = '', finished]) => ({
      kind: 'needs',
      candidateIds: [one],
      needed,
      ...(finished ? { finishesFirst: true } : {}),
    }),
  ],
  [
    /^(.+) together need (\S+)$/,
    ([, list = '', needed = '']) => ({ kind: 'together-need', candidateIds: codes(list), needed }),
  ],
  [
    /^(\S+) excludes (\S+)$/,
    ([, one = '', other = '']) => ({ kind: 'excludes', candidateIds: [one, other] }),
  ],
  [
    /^at (most|least) (\d+) of (.+)$/,
    ([, bound, count, list = '']) => ({
      kind: bound === 'most' ? 'at-most' : 'at-least',
      count: Number(count),
      candidateIds: codes(list),
    }),
  ],
];

/** Rules as the planner writes them, one a line; the other way round of `ruleLine`. */
export function readRules(text: string, known: ReadonlySet<string>): Read<readonly ScenarioRule[]> {
  const rules: ScenarioRule[] = [];
  for (const line of text.split('\n').map((one) => one.trim().replace(/\s+/g, ' '))) {
    if (line === '') continue;
    const rule = ruleOf(line);
    if (!rule) return { problem: `“${line}” is no rule. Write it like one of the examples.` };
    const stranger = [...rule.candidateIds, ...(rule.needed ? [rule.needed] : [])].find(
      (code) => !known.has(code),
    );
    if (stranger !== undefined)
      return { problem: `“${line}” names ${stranger}, which is no project of the list.` };
    rules.push(rule);
  }
  return { value: rules };
}

/** A rule as a line of text: `CRM-03 needs SEC-01`. */
export function ruleLine({
  kind,
  candidateIds,
  needed = '',
  finishesFirst,
  count = 0,
}: ScenarioRule): string {
  const list = candidateIds.join(', ');
  switch (kind) {
    case 'needs':
      return `${list} needs ${needed}${finishesFirst ? ' finished' : ''}`;
    case 'together-need':
      return `${list} together need ${needed}`;
    case 'excludes':
      return candidateIds.join(' excludes ');
    case 'at-most':
      return `at most ${count} of ${list}`;
    case 'at-least':
      return `at least ${count} of ${list}`;
  }
}

function ruleOf(line: string): ScenarioRule | undefined {
  for (const [form, make] of forms) {
    const match = form.exec(line);
    if (match) return make(match);
  }
  return undefined;
}

function codes(list: string): string[] {
  return list.split(',').flatMap((one) => one.trim() || []);
}
