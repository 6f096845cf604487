import { momentFromIso } from '@meridian/calendar';
import type { Moment, WorkingCalendar } from '@meridian/calendar';
import type { LinkKind } from '@meridian/network';
import { readAgenda } from './read-agenda.js';
import type { Agenda } from './read-agenda.js';
import { leaf, readXml, within } from './xml-tree.js';
import type { XmlNode } from './xml-tree.js';

/** An activity as it was planned. Hours are working hours of the agenda; amounts are units of the file's currency. */
export interface ProTrackActivity {
  readonly id: string;
  readonly name: string;
  readonly start: Moment;
  /** Working hours between the start of the project and of the activity, as the file's own scheduler counted them. */
  readonly startHours: number;
  readonly hours: number;
  readonly fixedCost: number;
  /** Per working hour of its duration. */
  readonly hourlyCost: number;
}

export interface ProTrackResource {
  readonly id: string;
  readonly isConsumable: boolean;
  /** For each use, and for each unit and working hour. */
  readonly useCost: number;
  readonly unitCost: number;
  /** What all its assignments cost in the plan, as the file states it. */
  readonly statedCost: number;
}

export interface ProTrackAssignment {
  readonly activityId: string;
  readonly resourceId: string;
  readonly units: number;
  /** The amount is for the whole activity, not for each hour of it. */
  readonly isFixed: boolean;
}

/** What was reported of an activity for a status date. */
export interface ProTrackProgress {
  readonly activityId: string;
  readonly start: Moment;
  readonly hours: number;
  readonly remainingHours: number;
  /** What it cost beyond what its actual duration costs at the planned rates. */
  readonly costDeviation: number;
  /** Share of the activity that is done, 0 to 1. */
  readonly share: number;
}

export interface ProTrackPeriod {
  readonly endsAt: Moment;
  /** Of activities that have begun. */
  readonly progress: readonly ProTrackProgress[];
}

export interface ProTrackProject {
  readonly name: string;
  readonly agenda: Agenda;
  readonly calendar: WorkingCalendar;
  readonly activities: readonly ProTrackActivity[];
  readonly links: readonly {
    readonly from: string;
    readonly to: string;
    readonly kind: LinkKind;
    readonly lagHours: number;
  }[];
  readonly resources: readonly ProTrackResource[];
  readonly assignments: readonly ProTrackAssignment[];
  readonly periods: readonly ProTrackPeriod[];
}

/**
 * Reads a ProTrack project (`.p2x`) as far as planning, cost and tracking go; not its simulations and pictures. Fields of
 * resources have numbers for names; their meaning was read off the files themselves (the stated cost of each resource
 * comes out again).
 */
export function readProTrack(text: string): ProTrackProject {
  const root = readXml(text);
  const { agenda, calendar } = readAgenda(within(root, 'Agenda')[0] as XmlNode);
  return {
    name: leaf(root, 'NAME'),
    agenda,
    calendar,
    activities: within(root, 'Activities', 'Activity').map(activityOf),
    links: within(root, 'Relations', 'Relation').map(linkOf),
    resources: within(root, 'Resources', 'Resource').map(resourceOf),
    assignments: within(root, 'ResourceAssignments', 'ResourceAssignment').map(assignmentOf),
    periods: periodsOf(root),
  };
}

const NUMBERS = {
  resource: {
    id: 'FIELD0',
    isRenewable: 'FIELD769',
    useCost: 'FIELD770',
    unitCost: 'FIELD771',
    all: 'FIELD776',
  },
  assignment: { units: 'FIELD1026', isFixed: 'FIELD1027', activity: 'FIELD1024', resource: 'FIELD1025' },
} as const;

const LINK_KINDS: readonly LinkKind[] = ['SS', 'SF', 'FS', 'FF'];

function activityOf(node: XmlNode): ProTrackActivity {
  return {
    id: leaf(node, 'UniqueID'),
    name: leaf(node, 'Name'),
    start: momentOf(leaf(node, 'BaseLineStart')),
    startHours: numberOf(node, 'StartCPMUnits'),
    hours: numberOf(node, 'BaseLineDuration'),
    fixedCost: numberOf(node, 'FixedBaselineCost'),
    hourlyCost: numberOf(node, 'BaselineCostByUnit'),
  };
}

function linkOf(node: XmlNode) {
  const kind = LINK_KINDS[numberOf(node, 'LagType')];
  if (kind === undefined) throw new Error(`LagType is ${leaf(node, 'LagType')}; 0 to 3 are known.`);
  return { from: leaf(node, 'FromTask'), to: leaf(node, 'ToTask'), kind, lagHours: numberOf(node, 'Lag') };
}

function resourceOf(node: XmlNode): ProTrackResource {
  const { id, isRenewable, useCost, unitCost, all } = NUMBERS.resource;
  return {
    id: leaf(node, id),
    isConsumable: numberOf(node, isRenewable) === 0,
    useCost: numberOf(node, useCost),
    unitCost: numberOf(node, unitCost),
    statedCost: numberOf(node, all),
  };
}

function assignmentOf(node: XmlNode): ProTrackAssignment {
  const { units, isFixed, activity, resource } = NUMBERS.assignment;
  return {
    activityId: leaf(node, activity),
    resourceId: leaf(node, resource),
    units: numberOf(node, units),
    isFixed: numberOf(node, isFixed) !== 0,
  };
}

/** A period and, as its neighbour, the list of activities and what was reported of each, in turns. */
function periodsOf(root: XmlNode): readonly ProTrackPeriod[] {
  const ends = within(root, 'TrackingList', 'TrackingPeriod');
  const lists = within(root, 'TrackingList', 'TProTrackActivities-1');
  return ends.map((end, index) => {
    const rows = lists[index]?.children ?? [];
    const progress = rows.flatMap((row, at) => {
      const activity = rows[at - 1];
      if (row.name === 'Activity' || activity === undefined || leaf(row, 'ActualStart') === '0') return [];
      return [progressOf(activity.text.trim(), row)];
    });
    return { endsAt: momentOf(leaf(end, 'EndDate')), progress };
  });
}

function progressOf(activityId: string, node: XmlNode): ProTrackProgress {
  return {
    activityId,
    start: momentOf(leaf(node, 'ActualStart')),
    hours: numberOf(node, 'ActualDuration'),
    remainingHours: numberOf(node, 'RemainingDuration'),
    costDeviation: numberOf(node, 'ActualCostDev'),
    share: numberOf(node, 'PercentageComplete'),
  };
}

/** `170620110800` is 08:00 on 17 June 2011. */
function momentOf(text: string): Moment {
  const [, day, month, year, hour, minute] = /^(\d\d)(\d\d)(\d{4})(\d\d)(\d\d)$/.exec(text) ?? [];
  if (day === undefined) throw new Error(`"${text}" is not a moment of the form DDMMYYYYHHMM.`);
  return momentFromIso(`${year}-${month}-${day}T${hour}:${minute}`);
}

function numberOf(node: XmlNode, name: string): number {
  const value = Number(leaf(node, name));
  if (Number.isFinite(value)) return value;
  throw new Error(`${name} is "${leaf(node, name)}"; it must be a number.`);
}
