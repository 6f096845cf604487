import { Interruptions } from '../../plan/interruptions.js';
import { planCalendars } from '../../plan/plan-calendars.js';
import { WorkCalendars } from '../../plan/work-calendars.js';
import type { PlanFile } from '../../plan-file/plan-file.js';
import type { PlanTask } from '../../plan-file/plan-task.js';
import { htmlOfText } from '../../plan-file/primavera/primavera-texts.js';
import { LAG_CALENDAR_WORDS, LINK_WORDS, wordFor } from '../../plan-file/primavera/primavera-words.js';
import { XmlText } from '../xml-text.js';
import {
  activityCodes,
  PROJECT_ID,
  projectCode,
  writeActivity,
  writeBaselineActivity,
  writeWbs,
} from './pmxml-activities.js';
import type { ActivityContext } from './pmxml-activities.js';
import { writeCalendars } from './pmxml-calendars.js';
import { PmxmlFields } from './pmxml-fields.js';
import { writeAssignment, writeRates, writeResource } from './pmxml-people.js';
import { hours, identity, units, writeSorted } from './pmxml-values.js';

const NAMESPACE = 'http://xmlns.oracle.com/Primavera/P6/V19.12/API/BusinessObjects';

/** Writes a plan as Primavera XML. Summaries become WBS elements; what is inactive has no place there and is left out. */
export function writePmxml(plan: PlanFile): string {
  const active = { ...plan, tasks: plan.tasks.filter(({ isActive }) => isActive) };
  return new PmxmlWriter(active).write();
}

class PmxmlWriter {
  private readonly xml = new XmlText();
  private readonly context: ActivityContext;
  private readonly activities: readonly PlanTask[];
  private readonly uids: ReadonlySet<number>;

  constructor(private readonly plan: PlanFile) {
    this.context = {
      plan,
      fields: new PmxmlFields(plan),
      codes: activityCodes(plan),
      root: plan.tasks.find(({ isProjectSummary }) => isProjectSummary),
      taskByUid: new Map(plan.tasks.map((task) => [task.uid, task])),
      staffed: new Set(
        plan.assignments.flatMap(({ taskUid, resourceUid }) => (resourceUid === null ? [] : [taskUid])),
      ),
      interruptions: interruptionsOf(plan),
      genericResources: new Set(plan.resources.flatMap(({ uid, isGeneric }) => (isGeneric ? [uid] : []))),
    };
    this.activities = plan.tasks.filter(({ isSummary }) => !isSummary);
    this.uids = new Set(this.activities.map(({ uid }) => uid));
  }

  write(): string {
    const { xml, plan, context } = this;
    xml.element(
      'APIBusinessObjects',
      () => {
        this.writeCurrency();
        context.fields.writeDefinitions(xml);
        if (plan.tasks.some(({ notes }) => notes !== null))
          xml.element('NotebookTopic', () => xml.leaves({ Name: 'Notes', ObjectId: 1 }));
        writeCalendars(xml, plan);
        for (const resource of plan.resources) writeResource(xml, resource, context);
        for (const resource of plan.resources) writeRates(xml, resource);
        xml.element('Project', () => this.writeProject());
        this.writeBaselines();
      },
      `xmlns="${NAMESPACE}"`,
    );
    return xml.toString();
  }

  private writeCurrency(): void {
    const { currency, currencyExponent, currencySymbol } = this.plan.header;
    if (currency === null) return;
    this.xml.element('Currency', () =>
      this.xml.leaves({
        DecimalPlaces: currencyExponent,
        Id: currency,
        IsBaseCurrency: true,
        Name: currency,
        ObjectId: 1,
        Symbol: currencySymbol ?? currency,
      }),
    );
  }

  private writeProject(): void {
    const { xml, plan, context } = this;
    const { header } = plan;
    const { root } = context;
    writeSorted(xml, {
      ActivityDefaultCalendarObjectId: header.calendarUid,
      CreateDate: header.createdAt,
      CriticalActivityFloatLimit: hours(header.criticalSlackDays * header.minutesPerDay),
      DataDate: header.statusDate,
      GUID: identity(header.guid),
      Id: projectCode(plan),
      LastUpdateDate: header.lastSavedAt,
      MustFinishByDate: header.mustFinishBy,
      Name: header.name ?? header.title,
      ObjectId: PROJECT_ID,
      PlannedStartDate: header.start,
      ScheduledFinishDate: header.finish,
      Status: 'Active',
      WBSCodeSeparator: '.',
      WBSObjectId: root?.uid,
    });
    plan.tasks.forEach((task, at) => {
      if (task.isSummary && !task.isProjectSummary) writeWbs(xml, task, at, context);
    });
    for (const task of this.activities) writeActivity(xml, task, context);
    this.writeNotes(root);
    this.writeExpenses();
    this.writeLinks();
    for (const assignment of plan.assignments)
      if (this.uids.has(assignment.taskUid)) writeAssignment(xml, assignment, context);
    this.writeOptions();
  }

  private writeNotes(root: PlanTask | undefined): void {
    for (const task of this.plan.tasks) {
      if (task.notes === null) continue;
      const owner = task.isSummary ? 'WBSObjectId' : 'ActivityObjectId';
      this.xml.element(task.isSummary ? 'ProjectNote' : 'ActivityNote', () =>
        writeSorted(this.xml, {
          [owner]: task === root ? root.uid : task.uid,
          Note: htmlOfText(task.notes ?? ''),
          NotebookTopicObjectId: 1,
          ProjectObjectId: PROJECT_ID,
        }),
      );
    }
  }

  /** Fixed costs become one expense of the activity. */
  private writeExpenses(): void {
    for (const { uid, cost } of this.activities) {
      if (cost.fixedMinor === null || cost.fixedMinor === 0n) continue;
      this.xml.element('ActivityExpense', () =>
        writeSorted(this.xml, {
          ActivityObjectId: uid,
          ExpenseItem: 'Fixed cost',
          PlannedCost: units(cost.fixedMinor, this.plan.header.currencyExponent),
          ProjectObjectId: PROJECT_ID,
          RemainingCost: units(cost.fixedMinor, this.plan.header.currencyExponent),
        }),
      );
    }
  }

  private writeLinks(): void {
    for (const link of this.plan.links) {
      if (!this.uids.has(link.predecessorUid) || !this.uids.has(link.successorUid)) continue;
      this.xml.element('Relationship', () =>
        writeSorted(this.xml, {
          Lag: hours(link.lagMinutes),
          PredecessorActivityObjectId: link.predecessorUid,
          PredecessorProjectObjectId: PROJECT_ID,
          SuccessorActivityObjectId: link.successorUid,
          SuccessorProjectObjectId: PROJECT_ID,
          Type: wordFor(LINK_WORDS, link.type),
        }),
      );
    }
  }

  /** Lags are all of one kind in Primavera: around the clock only when every lag of the plan is. */
  private writeOptions(): void {
    const { header, links } = this.plan;
    const isElapsed = links.length > 0 && links.every(({ lagKind }) => lagKind === 'elapsed');
    this.xml.element('ScheduleOptions', () =>
      writeSorted(this.xml, {
        OutOfSequenceScheduleType:
          header.progress.outOfSequence === 'progress-override' ? 'Progress Override' : 'Retained Logic',
        RelationshipLagCalendar: wordFor(
          LAG_CALENDAR_WORDS,
          isElapsed ? 'round-the-clock' : header.lagCalendar,
        ),
      }),
    );
  }

  private writeBaselines(): void {
    const numbers = new Set(
      this.activities.flatMap(({ baselines }) => baselines.map(({ number }) => number)),
    );
    const exponent = this.plan.header.currencyExponent;
    let objectId = this.plan.tasks.reduce((most, { uid }) => Math.max(most, uid), 0);
    for (const number of [...numbers].sort((a, b) => a - b)) {
      this.xml.element('BaselineProject', () => {
        const Name = number === 0 ? 'Baseline' : `Baseline ${number}`;
        writeSorted(this.xml, {
          Name,
          ObjectId: PROJECT_ID + 1 + number,
          OriginalProjectObjectId: PROJECT_ID,
        });
        for (const task of this.activities) {
          const baseline = task.baselines.find((candidate) => candidate.number === number);
          if (baseline === undefined) continue;
          objectId += 1;
          writeBaselineActivity(this.xml, task, baseline, { codes: this.context.codes, objectId, exponent });
        }
      });
    }
  }
}

function interruptionsOf(plan: PlanFile): Interruptions {
  const { definitions } = planCalendars(plan);
  return new Interruptions(plan, definitions, new WorkCalendars(plan, definitions));
}
