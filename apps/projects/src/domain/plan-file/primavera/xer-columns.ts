import { decimalText, parseDecimal } from '../decimal-text.js';
import { XmlElement } from '../xml-element.js';
import type { ObjectName } from './primavera-file.js';
import type { XerTable } from './xer-tables.js';

/** For each table the business object it holds, and for its columns the elements of that object in Primavera XML. */
const TABLES = new Map<string, readonly [object: ObjectName | 'Project', columns: string]>(
  Object.entries({
    PROJECT: [
      'Project',
      'proj_id ObjectId proj_short_name Id guid GUID clndr_id ActivityDefaultCalendarObjectId plan_start_date PlannedStartDate plan_end_date MustFinishByDate scd_end_date ScheduledFinishDate last_recalc_date DataDate add_date CreateDate critical_drtn_hr_cnt CriticalActivityFloatLimit critical_path_type CriticalActivityPathType export_flag IsExported',
    ],
    SCHEDOPTIONS: [
      'ScheduleOptions',
      'sched_calendar_on_relationship_lag RelationshipLagCalendar sched_retained_logic RetainedLogic sched_progress_override ProgressOverride',
    ],
    CALENDAR: [
      'Calendar',
      'clndr_id ObjectId clndr_name Name clndr_type Type base_clndr_id BaseCalendarObjectId default_flag IsDefault day_hr_cnt HoursPerDay week_hr_cnt HoursPerWeek month_hr_cnt HoursPerMonth clndr_data CalendarText',
    ],
    PROJWBS: [
      'WBS',
      'wbs_id ObjectId parent_wbs_id ParentObjectId seq_num SequenceNumber proj_node_flag IsRoot wbs_short_name Code wbs_name Name guid GUID',
    ],
    TASK: [
      'Activity',
      'task_id ObjectId wbs_id WBSObjectId clndr_id CalendarObjectId guid GUID task_code Id task_name Name task_type Type duration_type DurationType status_code Status complete_pct_type PercentCompleteType phys_complete_pct PhysicalPercentComplete target_drtn_hr_cnt PlannedDuration remain_drtn_hr_cnt RemainingDuration total_float_hr_cnt TotalFloat free_float_hr_cnt FreeFloat act_work_qty ActualLaborUnits remain_work_qty RemainingLaborUnits target_work_qty PlannedLaborUnits act_equip_qty ActualNonLaborUnits remain_equip_qty RemainingNonLaborUnits target_equip_qty PlannedNonLaborUnits cstr_type PrimaryConstraintType cstr_date PrimaryConstraintDate cstr_type2 SecondaryConstraintType cstr_date2 SecondaryConstraintDate act_start_date ActualStartDate act_end_date ActualFinishDate early_start_date RemainingEarlyStartDate early_end_date RemainingEarlyFinishDate late_start_date RemainingLateStartDate late_end_date RemainingLateFinishDate restart_date RestartDate reend_date RestFinishDate target_start_date PlannedStartDate target_end_date PlannedFinishDate suspend_date SuspendDate resume_date ResumeDate expect_end_date ExpectedFinishDate priority_type LevelingPriority driving_path_flag IsLongestPath',
    ],
    TASKPRED: [
      'Relationship',
      'task_pred_id ObjectId task_id SuccessorActivityObjectId pred_task_id PredecessorActivityObjectId pred_proj_id PredecessorProjectObjectId pred_type Type lag_hr_cnt Lag',
    ],
    RSRC: [
      'Resource',
      'rsrc_id ObjectId parent_rsrc_id ParentObjectId clndr_id CalendarObjectId guid GUID rsrc_name Name rsrc_short_name Id rsrc_type ResourceType email_addr EmailAddress employee_code EmployeeId active_flag IsActive rsrc_notes ResourceNotes def_qty_per_hr DefaultUnitsPerTime',
    ],
    ROLES: ['Role', 'role_id ObjectId role_name Name role_short_name Id role_descr Responsibilities'],
    RSRCRATE: [
      'ResourceRate',
      'rsrc_id ResourceObjectId start_date EffectiveDate max_qty_per_hr MaxUnitsPerTime cost_per_qty PricePerUnit cost_per_qty2 PricePerUnit2 cost_per_qty3 PricePerUnit3 cost_per_qty4 PricePerUnit4 cost_per_qty5 PricePerUnit5',
    ],
    ROLERATE: [
      'RoleRate',
      'role_id RoleObjectId start_date EffectiveDate max_qty_per_hr MaxUnitsPerTime cost_per_qty PricePerUnit cost_per_qty2 PricePerUnit2 cost_per_qty3 PricePerUnit3 cost_per_qty4 PricePerUnit4 cost_per_qty5 PricePerUnit5',
    ],
    TASKRSRC: [
      'ResourceAssignment',
      'taskrsrc_id ObjectId task_id ActivityObjectId rsrc_id ResourceObjectId role_id RoleObjectId guid GUID target_qty_per_hr PlannedUnitsPerTime remain_qty RemainingUnits act_reg_qty ActualRegularUnits act_ot_qty ActualOvertimeUnits act_reg_cost ActualRegularCost act_ot_cost ActualOvertimeCost remain_cost RemainingCost act_start_date ActualStartDate act_end_date ActualFinishDate restart_date RemainingStartDate reend_date RemainingFinishDate target_start_date PlannedStartDate target_end_date PlannedFinishDate target_lag_drtn_hr_cnt PlannedLag rate_type RateType target_cost PlannedCost',
    ],
    PROJCOST: [
      'ActivityExpense',
      'cost_item_id ObjectId task_id ActivityObjectId act_cost ActualCost remain_cost RemainingCost target_cost PlannedCost',
    ],
    TASKMEMO: ['ActivityNote', 'memo_id ObjectId task_id ActivityObjectId task_memo Note'],
    WBSMEMO: ['ProjectNote', 'wbs_memo_id ObjectId wbs_id WBSObjectId wbs_memo Note'],
    ACTVTYPE: ['ActivityCodeType', 'actv_code_type_id ObjectId actv_code_type Name'],
    ACTVCODE: [
      'ActivityCode',
      'actv_code_id ObjectId actv_code_type_id CodeTypeObjectId short_name CodeValue actv_code_name Description',
    ],
    UDFTYPE: [
      'UDFType',
      'udf_type_id ObjectId udf_type_label Title logical_data_type DataType table_name SubjectArea',
    ],
  } satisfies Record<string, [ObjectName | 'Project', string]>),
);

/** Tables whose rows are parts of an activity, WBS element or resource, read elsewhere. */
export const PART_TABLES: ReadonlySet<string> = new Set(['TASKACTV', 'UDFVALUE', 'CURRTYPE']);

/** Words of XER and the words that Primavera XML has for the same. */
const WORDS = new Map<string, string>(
  Object.entries({
    CS_MSO: 'Start On',
    CS_MSOB: 'Start On or Before',
    CS_MSOA: 'Start On or After',
    CS_MEO: 'Finish On',
    CS_MEOB: 'Finish On or Before',
    CS_MEOA: 'Finish On or After',
    CS_ALAP: 'As Late As Possible',
    CS_MANDSTART: 'Mandatory Start',
    CS_MANDFIN: 'Mandatory Finish',
    TT_Task: 'Task Dependent',
    TT_Rsrc: 'Resource Dependent',
    TT_LOE: 'Level of Effort',
    TT_Mile: 'Start Milestone',
    TT_FinMile: 'Finish Milestone',
    TT_WBS: 'WBS Summary',
    DT_FixedRate: 'Fixed Units/Time',
    DT_FixedDrtn: 'Fixed Duration and Units/Time',
    DT_FixedQty: 'Fixed Units',
    DT_FixedDUR2: 'Fixed Duration and Units',
    TK_NotStart: 'Not Started',
    TK_Active: 'In Progress',
    TK_Complete: 'Completed',
    CP_Drtn: 'Duration',
    CP_Phys: 'Physical',
    CP_Units: 'Units',
    PR_FS: 'Finish to Start',
    PR_SS: 'Start to Start',
    PR_FF: 'Finish to Finish',
    PR_SF: 'Start to Finish',
    PT_Top: 'Top',
    PT_High: 'High',
    PT_Normal: 'Normal',
    PT_Low: 'Low',
    PT_Lowest: 'Lowest',
    RT_Labor: 'Labor',
    RT_Equip: 'Nonlabor',
    RT_Mat: 'Material',
    CA_Base: 'Global',
    CA_Project: 'Project',
    CA_Rsrc: 'Resource',
    CT_TotFloat: 'Critical Float',
    CT_DrivPath: 'Longest Path',
    rcal_Predecessor: 'Predecessor Activity Calendar',
    rcal_Successor: 'Successor Activity Calendar',
    rcal_ProjDefault: 'Project Default Calendar',
    rcal_24Hour: '24 Hour Calendar',
    COST_PER_QTY: 'Price / Unit',
    COST_PER_QTY2: 'Price / Unit 2',
    COST_PER_QTY3: 'Price / Unit 3',
    COST_PER_QTY4: 'Price / Unit 4',
    COST_PER_QTY5: 'Price / Unit 5',
    FT_TEXT: 'Text',
    FT_START_DATE: 'Start Date',
    FT_END_DATE: 'Finish Date',
    FT_FLOAT_2_DECIMALS: 'Double',
    FT_FLOAT: 'Double',
    FT_INT: 'Integer',
    FT_MONEY: 'Cost',
    FT_STATICTYPE: 'Indicator',
  }),
);

const WORD_COLUMNS =
  /^(?:cstr_type2?|task_type|duration_type|status_code|complete_pct_type|pred_type|priority_type|rsrc_type|clndr_type|critical_path_type|sched_calendar_on_relationship_lag|rate_type|logical_data_type)$/;

/** The objects of a table, `owner` beside each of them: the project its row names. Undefined for a table that is not read. */
export function objectsOfTable(name: string, { columns, rows }: XerTable) {
  const [object, names] = TABLES.get(name) ?? [];
  if (object === undefined || names === undefined) return undefined;
  const words = names.split(' ');
  const elements = new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]!]] : [])));
  const projectAt = columns.indexOf('proj_id');
  return {
    object,
    items: rows.map((row) => ({
      owner: projectAt < 0 ? '' : (row[projectAt] ?? ''),
      element: elementOf(object, { columns, row }, elements),
    })),
  };
}

/** The value of one column of a row; empty when there is none. */
export function cellOf({ columns }: XerTable, row: readonly string[], column: string): string {
  const at = columns.indexOf(column);
  return at < 0 ? '' : (row[at] ?? '').trim();
}

function elementOf(
  object: string,
  { columns, row }: { readonly columns: readonly string[]; readonly row: readonly string[] },
  elements: ReadonlyMap<string, string>,
): XmlElement {
  const element = new XmlElement(object);
  columns.forEach((column, at) => {
    const name = elements.get(column);
    if (name !== undefined) element.put(name, valueOf(column, row[at] ?? ''));
  });
  return element;
}

/** A value as Primavera XML would write it. Unknown words stay as they are, so that they can be named. */
export function valueOf(column: string, raw: string): string {
  const text = raw.trim();
  if (column.endsWith('_memo') || column.endsWith('_notes') || column === 'clndr_data') return raw;
  if (/_date2?$/.test(column)) return text.replace(' ', 'T');
  if (column.endsWith('_flag') || /^sched_(?:retained_logic|progress_override)$/.test(column))
    return text === 'Y' ? '1' : '0';
  if (text === 'null') return '';
  if (WORD_COLUMNS.test(column)) return WORDS.get(text) ?? text;
  if (column !== 'phys_complete_pct') return text;
  const percent = parseDecimal(text);
  return percent === undefined ? text : decimalText({ ...percent, scale: percent.scale + 2 });
}
