import type { LevellingProblem, LevellingTask } from './problem.js';
import type { LevelledSchedule } from './schedule.js';

export interface Violation {
  readonly kind: 'time' | 'calendar' | 'release' | 'fixed' | 'link' | 'capacity' | 'staff';
  /** What was found and what is allowed. */
  readonly sentence: string;
}

/**
 * Everything in which a schedule breaks its problem; empty when it may be published. Written from the problem alone,
 * slot by slot: it shares no code with the search, so that one mistake cannot hide in both.
 */
export function violationsOf(problem: LevellingProblem, schedule: LevelledSchedule): Violation[] {
  const { tasks } = problem;
  if (schedule.start.length !== tasks.length || schedule.finish.length !== tasks.length)
    return [
      { kind: 'time', sentence: `${schedule.start.length} starts are given for ${tasks.length} tasks.` },
    ];
  const found: Violation[] = [];
  const worked = tasks.map((task, index) => workedSlots(problem, task, index, schedule, found));
  checkLinks(problem, schedule, found);
  checkPools(problem, worked, found);
  checkStaff(problem, schedule, worked, found);
  return found;
}

/** The slots in which the task works, by its calendar, checked against its start, finish, release and fixed start. */
function workedSlots(
  { calendars = [] }: LevellingProblem,
  task: LevellingTask,
  index: number,
  schedule: LevelledSchedule,
  found: Violation[],
): number[] {
  const start = schedule.start[index] as number;
  const finish = schedule.finish[index] as number;
  const say = (kind: Violation['kind'], sentence: string) =>
    found.push({ kind, sentence: `${task.id}: ${sentence}` });
  if (!Number.isInteger(start) || start < 0 || !Number.isInteger(finish) || finish < start) {
    say('time', `it runs from ${start} to ${finish}; whole slots from 0 are allowed.`);
    return [];
  }
  const closed = calendars.find(({ id }) => id === task.calendarId)?.closed ?? [];
  const isOpen = (slot: number) => !closed.some(({ from, to }) => slot >= from && slot < to);
  const slots: number[] = [];
  for (let slot = start; slot < finish; slot += 1) if (isOpen(slot)) slots.push(slot);
  if (slots.length !== task.durationSlots)
    say(
      'calendar',
      `it works ${slots.length} slots between ${start} and ${finish}; it takes ${task.durationSlots}.`,
    );
  if (finish > start && !isOpen(start)) say('calendar', `it starts in slot ${start}, which is closed.`);
  if (finish > start && !isOpen(finish - 1))
    say('calendar', `it ends in slot ${finish - 1}, which is closed.`);
  if (task.fixedStart !== undefined) {
    if (start !== task.fixedStart) say('fixed', `it starts at ${start}; it is fixed at ${task.fixedStart}.`);
  } else if (start < (task.release ?? 0)) say('release', `it starts at ${start}, before ${task.release}.`);
  return slots;
}

/** A link between two fixed tasks tells of the past and is not the plan's to keep. */
function checkLinks(
  { tasks, links }: LevellingProblem,
  schedule: LevelledSchedule,
  found: Violation[],
): void {
  const place = new Map(tasks.map((task, index) => [task.id, index]));
  for (const link of links) {
    const from = place.get(link.from) as number;
    const to = place.get(link.to) as number;
    if (tasks[from]?.fixedStart !== undefined && tasks[to]?.fixedStart !== undefined) continue;
    const kind = link.kind ?? 'FS';
    const earlier = (kind[0] === 'F' ? schedule.finish : schedule.start)[from] as number;
    const later = (kind[1] === 'F' ? schedule.finish : schedule.start)[to] as number;
    const lag = link.lagSlots ?? 0;
    if (later >= earlier + lag) continue;
    const sentence = `${link.from} to ${link.to} (${kind}${lag ? `, lag ${lag}` : ''}): ${later} is before ${earlier + lag}.`;
    found.push({ kind: 'link', sentence });
  }
}

/** Fixed work alone may overdraw a pool; nothing that can move may join it there. */
function checkPools(
  { tasks, pools }: LevellingProblem,
  worked: readonly (readonly number[])[],
  found: Violation[],
): void {
  const load = new Map(pools.map(({ id }) => [id, new Map<number, { units: number; movable: number }>()]));
  tasks.forEach((task, index) => {
    for (const { poolId, units } of task.needs) {
      if (units === 0) continue;
      const slots = load.get(poolId);
      for (const slot of worked[index] ?? []) {
        const known = slots?.get(slot) ?? { units: 0, movable: 0 };
        slots?.set(slot, {
          units: known.units + units,
          movable: known.movable + (task.fixedStart === undefined ? units : 0),
        });
      }
    }
  });
  for (const { id, capacity, changes = [] } of pools)
    for (const [slot, { units, movable }] of load.get(id) ?? []) {
      const holds = changes.filter(({ from }) => from <= slot).at(-1)?.capacity ?? capacity;
      if (units <= holds || movable === 0) continue;
      found.push({ kind: 'capacity', sentence: `${id} in slot ${slot}: ${units} are used of ${holds}.` });
    }
}

/** Every role filled with as many able, present people as asked, each on one task at a time. */
function checkStaff(
  { tasks, people = [] }: LevellingProblem,
  { staff = [] }: LevelledSchedule,
  worked: readonly (readonly number[])[],
  found: Violation[],
): void {
  const say = (sentence: string) => found.push({ kind: 'staff', sentence });
  const busy = new Map(people.map(({ id }) => [id, new Map<number, string>()]));
  tasks.forEach((task, index) => {
    const given = staff.filter(({ taskId }) => taskId === task.id);
    for (const { roleId, people: asked, level = 1 } of task.roles ?? []) {
      const ids = given.filter((one) => one.roleId === roleId).map(({ personId }) => personId);
      if (ids.length !== asked) say(`${task.id}: ${ids.length} people as ${roleId}; it asks for ${asked}.`);
      for (const id of ids) {
        const person = people.find((one) => one.id === id);
        if (!person?.skills.some((skill) => skill.roleId === roleId && skill.level >= level))
          say(`${task.id}: ${id} is no ${roleId} of level ${level}.`);
      }
    }
    for (const { personId } of given)
      for (const slot of worked[index] ?? []) {
        const away = people.find(({ id }) => id === personId)?.away ?? [];
        if (away.some(({ from, to }) => slot >= from && slot < to))
          say(`${task.id}: ${personId} is away in slot ${slot}.`);
        const other = busy.get(personId)?.get(slot);
        if (other !== undefined) say(`${task.id}: ${personId} already works on ${other} in slot ${slot}.`);
        busy.get(personId)?.set(slot, task.id);
      }
  });
}
