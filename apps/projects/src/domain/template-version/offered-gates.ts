import type { TemplateContent, TemplateGate } from '../template/template-content.js';
import type { OfferedLine, Versions } from './offered-lines.js';

/** Gates that a later version brings or has otherwise. One that it has no more stays: what was to be decided is not taken away. */
export function offeredGates({ base, later, present, begun }: Versions): OfferedLine[] {
  const [was, here] = [gatesIn(base), gatesIn(present)];
  return later.gates.flatMap((gate): OfferedLine[] => {
    const { phaseId: key, name } = gate;
    const [before, mine] = [was.get(key), here.get(key)];
    const [after, old, own] = [wordsOf(later, gate), wordsOf(base, before), wordsOf(present, mine)];
    if (after === old || after === own) return [];
    const change = before === undefined ? 'added' : 'changed';
    const isGone = before !== undefined && mine === undefined;
    const isOther = own !== old && mine !== undefined;
    const state = isGone ? 'gone-here' : begun.has(key) ? 'under-way' : isOther ? 'changed-here' : 'open';
    return [{ key, part: 'gate', name, change, state, before: old, after, here: own }];
  });
}

function gatesIn({ gates }: TemplateContent): ReadonlyMap<string, TemplateGate> {
  return new Map(gates.map((gate) => [gate.phaseId, gate]));
}

function wordsOf({ tasks }: TemplateContent, gate: TemplateGate | undefined): string | null {
  if (gate === undefined) return null;
  const { name, phaseName, order, due, milestoneKeys } = gate;
  const names = tasks.filter(({ key }) => milestoneKeys.includes(key)).map((task) => task.name);
  return [
    `${name}, at the end of phase ${order} (${phaseName})`,
    ...(due === null ? [] : [`due on working day ${due.workingDays + 1}`]),
    ...(names.length === 0 ? [] : [`asks for ${names.sort().join(', ')}`]),
  ].join('; ');
}
