import { Refusal } from '@meridian/refusal';
import type { Activity } from './activity-network.js';
import {
  ACTIVITY,
  ALAP,
  CONSTRAINT_KINDS,
  ELAPSED,
  EXIT,
  FNLT,
  FOREVER,
  ELAPSED_DELAY,
  GATE,
  NEVER,
  NO_DELAY,
  NOT_BEFORE,
  SNET,
  WORKING_DELAY,
} from './compiled-network.js';
import type { CompiledNetwork } from './compiled-network.js';

type Layout = Pick<
  CompiledNetwork,
  | 'activityAt'
  | 'role'
  | 'duration'
  | 'calendar'
  | 'constraint'
  | 'constraintAt'
  | 'deadline'
  | 'delay'
  | 'delayKind'
  | 'outsideStart'
  | 'outsideFinish'
  | 'hasOutside'
  | 'isManual'
  | 'hasManual'
  | 'hasAlap'
  | 'hasDatedConstraints'
  | 'hasSummaryEnds'
>;

/** What stands at each position: duration, calendar, dates. @throws Refusal `network/duration-invalid`, `network/manual-dates-reversed`. */
export function layOut(
  activities: readonly Activity[],
  nodes: { readonly activity: Int32Array; readonly role: Uint8Array },
  nodeAt: Int32Array,
  calendarOf: Int16Array,
): Layout {
  const count = nodeAt.length;
  const layout = {
    activityAt: new Int32Array(count),
    role: new Uint8Array(count),
    duration: new Int32Array(count),
    calendar: new Int16Array(count).fill(ELAPSED),
    constraint: new Uint8Array(count),
    constraintAt: new Int32Array(count),
    deadline: new Int32Array(count).fill(FOREVER),
    delay: new Int32Array(count),
    delayKind: new Uint8Array(count),
    outsideStart: new Int32Array(count).fill(NEVER),
    outsideFinish: new Int32Array(count).fill(NEVER),
    hasOutside: false,
    isManual: new Uint8Array(count),
    hasManual: false,
    hasAlap: false,
    hasDatedConstraints: false,
    hasSummaryEnds: nodes.role.some((role) => role !== ACTIVITY),
  };
  for (let position = 0; position < count; position++) {
    const index = nodes.activity[nodeAt[position]!]!;
    const role = nodes.role[nodeAt[position]!]!;
    layout.activityAt[position] = index;
    layout.role[position] = role;
    if (role === ACTIVITY) placeActivity(layout, position, activities[index]!, calendarOf[index]!);
    else placeSummaryEnd(layout, position, activities[index]!);
  }
  return layout;
}

export type WritableLayout = { -readonly [K in keyof Layout]: Layout[K] };

/** Enters what an activity says of itself. `calendar` is the one of its working time, also when its duration is elapsed. */
export function placeActivity(
  layout: WritableLayout,
  position: number,
  activity: Activity,
  calendar: number,
): void {
  const duration = checkedDuration(activity);
  layout.duration[position] = duration;
  layout.calendar[position] = activity.durationKind === 'elapsed' && duration > 0 ? ELAPSED : calendar;
  const { constraint } = activity;
  layout.constraint[position] = constraint ? CONSTRAINT_KINDS.indexOf(constraint.kind) : 0;
  layout.constraintAt[position] = constraint && 'at' in constraint ? constraint.at : 0;
  if (layout.constraint[position] === ALAP) layout.hasAlap = true;
  if (layout.constraint[position]! > ALAP) layout.hasDatedConstraints = true;
  layout.deadline[position] = activity.deadline ?? FOREVER;
  placeDelay(layout, position, activity);
  layout.outsideStart[position] = activity.outside?.start ?? NEVER;
  layout.outsideFinish[position] = activity.outside?.finish ?? NEVER;
  if (activity.outside) layout.hasOutside = true;
  layout.isManual[position] = activity.manual ? 1 : 0;
  if (activity.manual) layout.hasManual = true;
}

/** A summary's SNET holds back its entrance; its FNLT and deadline cap its exit. */
function placeSummaryEnd(layout: WritableLayout, position: number, summary: Activity): void {
  const { constraint } = summary;
  const kind = constraint && 'at' in constraint ? CONSTRAINT_KINDS.indexOf(constraint.kind) : 0;
  const at = constraint && 'at' in constraint ? constraint.at : 0;
  if (layout.role[position] === GATE && kind === SNET) {
    layout.constraint[position] = SNET;
    layout.constraintAt[position] = at;
  }
  if (layout.role[position] !== EXIT) return;
  const cap = kind === FNLT ? at : FOREVER;
  layout.deadline[position] = Math.min(cap, summary.deadline ?? FOREVER);
}

function placeDelay(layout: WritableLayout, position: number, activity: Activity): void {
  const { delay } = activity;
  layout.delay[position] = delay ? checkedDelay(activity, delay) : 0;
  layout.delayKind[position] = delay ? kindOfDelay(delay, layout.delay[position]!) : NO_DELAY;
}

/** A delay of no minutes is none: it moves nothing, not even a milestone from an opening to the closing before it. */
function kindOfDelay(delay: NonNullable<Activity['delay']>, minutes: number): number {
  if ('notBefore' in delay) return NOT_BEFORE;
  if (minutes === 0) return NO_DELAY;
  return 'minutes' in delay ? WORKING_DELAY : ELAPSED_DELAY;
}

function checkedDelay(activity: Activity, delay: NonNullable<Activity['delay']>): number {
  if ('notBefore' in delay) return delay.notBefore;
  const minutes = 'minutes' in delay ? delay.minutes : delay.elapsedMinutes;
  if (Number.isInteger(minutes) && minutes >= 0) return minutes;
  throw new Refusal(
    'network/delay-invalid',
    `"${activity.name ?? activity.id}" is delayed by ${minutes} minutes; allowed are whole minutes from 0 to ${FOREVER}.`,
    { kind: 'unprocessable', details: { activityId: activity.id, found: minutes } },
  );
}

function checkedDuration(activity: Activity): number {
  const { durationMinutes: minutes, manual } = activity;
  const name = activity.name ?? activity.id;
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > FOREVER) {
    throw new Refusal(
      'network/duration-invalid',
      `"${name}" has the duration ${minutes}; allowed are whole minutes from 0.`,
      { kind: 'unprocessable', details: { activityId: activity.id, found: minutes } },
    );
  }
  if (manual && manual.finish < manual.start) {
    throw new Refusal('network/manual-dates-reversed', `"${name}" is set to finish before it starts.`, {
      kind: 'unprocessable',
      details: { activityId: activity.id, ...manual },
    });
  }
  return minutes;
}
