-- CreateTable
CREATE TABLE "project" (
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "portfolio" TEXT NOT NULL,
    "programme" TEXT,
    "org_unit" TEXT,
    "category" TEXT,
    "stage" TEXT NOT NULL,
    "phases" JSONB NOT NULL DEFAULT '[]',
    "current_phase_id" TEXT,
    "manager_person_id" UUID,
    "manager_name" TEXT,
    "sponsor_person_id" UUID,
    "sponsor_name" TEXT,
    "currency" CHAR(3) NOT NULL,
    "whole_life_cost_minor" BIGINT,
    "duration_months" DECIMAL(12,4),
    "delivery_confidence" TEXT,
    "snapshot" TEXT,
    "start" CHAR(10),
    "finish" CHAR(10),
    "is_confidential" BOOLEAN NOT NULL DEFAULT false,
    "identity" TEXT,

    CONSTRAINT "project_pkey" PRIMARY KEY ("project_id"),
    CONSTRAINT "project_version_positive" CHECK ("version" > 0),
    CONSTRAINT "project_code_given" CHECK ("code" <> ''),
    CONSTRAINT "project_name_given" CHECK ("name" <> ''),
    CONSTRAINT "project_stage_known" CHECK ("stage" IN ('idea', 'proposal', 'candidate', 'approved', 'delivery', 'closing', 'benefits', 'archived')),
    CONSTRAINT "project_phases_listed" CHECK (jsonb_typeof("phases") = 'array'),
    CONSTRAINT "project_currency_known" CHECK ("currency" ~ '^[A-Z]{3}$'),
    CONSTRAINT "project_delivery_confidence_known" CHECK ("delivery_confidence" IN ('red', 'amber', 'green'))
);

-- CreateTable
CREATE TABLE "portfolio_snapshot" (
    "project_id" UUID NOT NULL,
    "from_on" CHAR(10) NOT NULL,
    "to_on" CHAR(10) NOT NULL,
    "facts" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "portfolio_snapshot_pkey" PRIMARY KEY ("project_id","from_on","to_on"),
    CONSTRAINT "portfolio_snapshot_in_order" CHECK ("from_on" <= "to_on")
);

-- CreateTable
CREATE TABLE "plan" (
    "project_id" UUID NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "schedule_version" INTEGER NOT NULL,
    "state_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "content_hash" TEXT NOT NULL,
    "file_guid" TEXT,
    "settings" JSONB NOT NULL,
    "calendars" JSONB NOT NULL,
    "report" JSONB NOT NULL,
    "clashes" JSONB NOT NULL DEFAULT '[]',
    "start" CHAR(10) NOT NULL,
    "finish" CHAR(10) NOT NULL,
    "baseline_finish" CHAR(10),
    "data_date" CHAR(10),
    "critical_count" INTEGER NOT NULL,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("project_id"),
    CONSTRAINT "plan_versions_positive" CHECK ("plan_version" > 0 AND "schedule_version" > 0),
    CONSTRAINT "plan_critical_count_counted" CHECK ("critical_count" >= 0)
);

-- CreateTable
CREATE TABLE "task" (
    "task_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "uid" INTEGER NOT NULL,
    "guid" TEXT,
    "position" INTEGER NOT NULL,
    "parent_task_id" UUID,
    "wbs" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_summary" BOOLEAN NOT NULL,
    "is_milestone" BOOLEAN NOT NULL,
    "is_active" BOOLEAN NOT NULL,
    "is_manual" BOOLEAN NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "idle_minutes" INTEGER NOT NULL,
    "is_elapsed" BOOLEAN NOT NULL,
    "calendar_key" TEXT,
    "constraint_kind" TEXT,
    "constraint_at" CHAR(19),
    "deadline" CHAR(19),
    "file_start" CHAR(19),
    "file_finish" CHAR(19),
    "baseline_start" CHAR(19),
    "baseline_finish" CHAR(19),
    "budget_minor" BIGINT,
    "work_minutes" INTEGER NOT NULL,
    "percent_complete" INTEGER NOT NULL,
    "actual_start" CHAR(19),
    "actual_finish" CHAR(19),
    "remaining_minutes" INTEGER,
    "start" CHAR(19) NOT NULL,
    "finish" CHAR(19) NOT NULL,
    "late_start" CHAR(19) NOT NULL,
    "late_finish" CHAR(19) NOT NULL,
    "total_float_minutes" INTEGER NOT NULL,
    "free_float_minutes" INTEGER NOT NULL,
    "is_critical" BOOLEAN NOT NULL,
    "why" TEXT,

    CONSTRAINT "task_pkey" PRIMARY KEY ("task_id"),
    CONSTRAINT "task_version_positive" CHECK ("version" > 0),
    CONSTRAINT "task_minutes_counted" CHECK ("duration_minutes" >= 0 AND "idle_minutes" >= 0 AND "work_minutes" >= 0 AND "remaining_minutes" >= 0),
    CONSTRAINT "task_percent_in_range" CHECK ("percent_complete" BETWEEN 0 AND 100),
    CONSTRAINT "task_constraint_known" CHECK ("constraint_kind" IN ('ASAP', 'ALAP', 'MSO', 'MFO', 'SNET', 'SNLT', 'FNET', 'FNLT', 'START_ON', 'FINISH_ON')),
    CONSTRAINT "task_not_above_itself" CHECK ("parent_task_id" <> "task_id"),
    CONSTRAINT "task_begun_before_it_ends" CHECK (NOT "is_active" OR "actual_finish" IS NULL OR "actual_start" <= "actual_finish" AND "actual_start" IS NOT NULL),
    CONSTRAINT "task_progress_needs_a_start" CHECK ("percent_complete" = 0 OR "is_summary" OR "actual_start" IS NOT NULL),
    CONSTRAINT "task_in_order" CHECK ("start" <= "finish")
);

-- CreateTable
CREATE TABLE "link" (
    "project_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "from_task_id" UUID NOT NULL,
    "to_task_id" UUID NOT NULL,
    "kind" CHAR(2) NOT NULL,
    "lag_kind" TEXT NOT NULL,
    "lag_minutes" INTEGER NOT NULL,
    "lag_percent" INTEGER,

    CONSTRAINT "link_pkey" PRIMARY KEY ("project_id","position"),
    CONSTRAINT "link_kind_known" CHECK ("kind" IN ('FS', 'SS', 'FF', 'SF')),
    CONSTRAINT "link_lag_known" CHECK ("lag_kind" IN ('working', 'elapsed', 'percent', 'elapsed-percent')),
    CONSTRAINT "link_between_two" CHECK ("from_task_id" <> "to_task_id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "assignment_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "uid" INTEGER NOT NULL,
    "task_id" UUID NOT NULL,
    "resource_name" TEXT NOT NULL,
    "resource_key" TEXT,
    "resource_kind" TEXT NOT NULL,
    "units_percent" DECIMAL(12,4) NOT NULL,
    "work_minutes" INTEGER NOT NULL,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("assignment_id"),
    CONSTRAINT "assignment_resource_kind_known" CHECK ("resource_kind" IN ('work', 'material', 'cost')),
    CONSTRAINT "assignment_work_counted" CHECK ("work_minutes" >= 0)
);

-- CreateTable
CREATE TABLE "milestone" (
    "milestone_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "phase_id" TEXT,
    "baseline_on" CHAR(10),
    "forecast_on" CHAR(10) NOT NULL,
    "is_done" BOOLEAN NOT NULL,
    "accepted_on" CHAR(10),
    "owner_person_id" UUID,
    "shared_with" UUID[],
    "is_withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("milestone_id"),
    CONSTRAINT "milestone_version_positive" CHECK ("version" > 0),
    CONSTRAINT "milestone_name_given" CHECK ("name" <> '')
);

-- CreateTable
CREATE TABLE "progress_report" (
    "report_id" BIGSERIAL NOT NULL,
    "project_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "percent_complete" INTEGER NOT NULL,
    "as_of" CHAR(10) NOT NULL,
    "reported_by" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "progress_report_pkey" PRIMARY KEY ("report_id"),
    CONSTRAINT "progress_report_percent_in_range" CHECK ("percent_complete" BETWEEN 0 AND 100)
);

-- CreateIndex
CREATE UNIQUE INDEX "project_code_key" ON "project"("code");

-- CreateIndex
CREATE UNIQUE INDEX "project_identity_key" ON "project"("identity");

-- CreateIndex
CREATE INDEX "project_portfolio_code_idx" ON "project"("portfolio", "code");

-- CreateIndex
CREATE INDEX "task_project_id_position_idx" ON "task"("project_id", "position");

-- CreateIndex
CREATE INDEX "assignment_project_id_idx" ON "assignment"("project_id");

-- CreateIndex
CREATE INDEX "assignment_task_id_idx" ON "assignment"("task_id");

-- CreateIndex
CREATE INDEX "milestone_project_id_idx" ON "milestone"("project_id");

-- CreateIndex
CREATE INDEX "milestone_forecast_on_idx" ON "milestone"("forecast_on");

-- CreateIndex
CREATE INDEX "progress_report_task_id_report_id_idx" ON "progress_report"("task_id", "report_id");

-- AddForeignKey
ALTER TABLE "portfolio_snapshot" ADD CONSTRAINT "portfolio_snapshot_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "plan" ADD CONSTRAINT "plan_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "milestone" ADD CONSTRAINT "milestone_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;
