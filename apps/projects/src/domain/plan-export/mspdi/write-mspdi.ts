import type { PlanFile, PlanHeader } from '../../plan-file/plan-file.js';
import type { PlanLink } from '../../plan-file/plan-link.js';
import { XmlText } from '../xml-text.js';
import type { LeafValue } from '../xml-text.js';
import { writeCalendar } from './mspdi-calendars.js';
import { clock } from './mspdi-codes.js';
import { MspdiFields } from './mspdi-fields.js';
import { writeAssignment, writeResource } from './mspdi-people.js';
import { TYPES, writeTask } from './mspdi-tasks.js';

/** Writes a plan as Microsoft Project XML, in the order of its schema. */
export function writeMspdi(plan: PlanFile): string {
  const xml = new XmlText();
  const fields = new MspdiFields(plan);
  const context = { fields, exponent: plan.header.currencyExponent, uidOf: taskUids(plan) };
  const links = linksBySuccessor(plan.links);
  xml.element(
    'Project',
    () => {
      xml.leaves(identity(plan)).leaves(settings(plan.header));
      fields.writeDefinitions(xml);
      xml.list('Calendars', plan.calendars, (calendar) => writeCalendar(xml, calendar));
      xml.list('Tasks', plan.tasks, (task) => writeTask(xml, task, links.get(task.uid) ?? [], context));
      xml.list('Resources', plan.resources, (resource) => writeResource(xml, resource, context));
      xml.list('Assignments', plan.assignments, (assignment) => writeAssignment(xml, assignment, context));
    },
    'xmlns="http://schemas.microsoft.com/project"',
  );
  return xml.toString();
}

/** Version 14 (Project 2010) is the first that knows inactive and manually scheduled tasks. */
function identity({ header, format }: PlanFile): Record<string, LeafValue> {
  return {
    SaveVersion: header.saveVersion ?? (format === 'mspdi' ? null : 14),
    GUID: header.guid,
    Name: header.name,
    Title: header.title,
    Subject: header.subject,
    Company: header.company,
    Manager: header.manager,
    Author: header.author,
    CreationDate: header.createdAt,
    LastSaved: header.lastSavedAt,
    ScheduleFromStart: header.scheduleFromStart,
    StartDate: header.start,
    FinishDate: header.finish,
    CriticalSlackLimit: Math.round(header.criticalSlackDays),
    CurrencySymbol: header.currencySymbol,
    CurrencyCode: header.currency,
  };
}

function settings(header: PlanHeader): Record<string, LeafValue> {
  const { newTasks } = header;
  return {
    CalendarUID: header.calendarUid ?? -1,
    DefaultStartTime: clock(header.defaultStartMinute),
    DefaultFinishTime: header.defaultFinishMinute === 1440 ? '24:00:00' : clock(header.defaultFinishMinute),
    MinutesPerDay: header.minutesPerDay,
    MinutesPerWeek: header.minutesPerWeek,
    DaysPerMonth: header.daysPerMonth,
    DefaultTaskType: TYPES[newTasks.type],
    HonorConstraints: header.honourConstraints,
    MultipleCriticalPaths: header.multipleCriticalPaths,
    NewTasksEffortDriven: newTasks.areEffortDriven,
    NewTasksEstimated: newTasks.areEstimated,
    WeekStartDay: header.weekStartsOn % 7,
    StatusDate: header.statusDate,
    CurrentDate: header.currentDate,
    NewTaskStartDate: newTasks.startOn === 'project-start' ? 0 : 1,
    NewTasksAreManual: newTasks.areManual,
  };
}

/** The line of the whole project gets UID 0; a task that has it elsewhere gets a free one. */
function taskUids({ tasks }: PlanFile): (uid: number) => number {
  const root = tasks.find(({ isProjectSummary }) => isProjectSummary)?.uid;
  const free = tasks.reduce((most, { uid }) => Math.max(most, uid), 0) + 1;
  return (uid) => (uid === root ? 0 : uid === 0 ? free : uid);
}

function linksBySuccessor(links: readonly PlanLink[]): Map<number, PlanLink[]> {
  const bySuccessor = new Map<number, PlanLink[]>();
  for (const link of links) {
    const known = bySuccessor.get(link.successorUid);
    if (known === undefined) bySuccessor.set(link.successorUid, [link]);
    else known.push(link);
  }
  return bySuccessor;
}
