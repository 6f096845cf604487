-- CreateTable
CREATE TABLE "project_status" (
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 0,
    "is_known" BOOLEAN NOT NULL DEFAULT false,
    "code" TEXT NOT NULL DEFAULT '',
    "name" TEXT NOT NULL DEFAULT '',
    "portfolio" TEXT NOT NULL DEFAULT '',
    "programme" TEXT,
    "manager_name" TEXT,
    "is_confidential" BOOLEAN NOT NULL DEFAULT true,
    "manager_person_id" UUID,
    "sponsor_person_id" UUID,
    "delivery_confidence" TEXT,
    "plan_version" INTEGER NOT NULL DEFAULT 0,
    "finish" CHAR(10),
    "baseline_finish" CHAR(10),
    "status_date" CHAR(10),
    "currency" CHAR(3),
    "bac_minor" BIGINT,
    "ev_minor" BIGINT,
    "ac_minor" BIGINT,
    "eac_minor" BIGINT,
    "cpi" DECIMAL(18,6),
    "spi" DECIMAL(18,6),
    "percent_complete" DECIMAL(18,6),
    "breach_percent" DECIMAL(18,6),
    "milestones" INTEGER NOT NULL DEFAULT 0,
    "failed_mandatory" INTEGER NOT NULL DEFAULT 0,
    "overdue_milestones" INTEGER NOT NULL DEFAULT 0,
    "booked_people" INTEGER NOT NULL DEFAULT 0,
    "overloaded_people" INTEGER NOT NULL DEFAULT 0,
    "unfilled" INTEGER NOT NULL DEFAULT 0,
    "overall" TEXT NOT NULL DEFAULT 'unknown',
    "schedule" TEXT NOT NULL DEFAULT 'unknown',
    "schedule_reason" TEXT NOT NULL DEFAULT '',
    "cost" TEXT NOT NULL DEFAULT 'unknown',
    "cost_reason" TEXT NOT NULL DEFAULT '',
    "quality" TEXT NOT NULL DEFAULT 'unknown',
    "quality_reason" TEXT NOT NULL DEFAULT '',
    "resources" TEXT NOT NULL DEFAULT 'unknown',
    "resources_reason" TEXT NOT NULL DEFAULT '',
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "project_status_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "milestone" (
    "milestone_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "baseline_on" CHAR(10),
    "forecast_on" CHAR(10),
    "shared_with" INTEGER NOT NULL DEFAULT 0,
    "open_mandatory" INTEGER NOT NULL DEFAULT 0,
    "failed" INTEGER NOT NULL DEFAULT 0,
    "is_accepted" BOOLEAN NOT NULL DEFAULT false,
    "is_withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("milestone_id")
);

-- CreateTable
CREATE TABLE "attention" (
    "attention_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "project_id" UUID,
    "severity" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "due_on" CHAR(10),
    "visible_from" CHAR(10) NOT NULL,
    "since" CHAR(10) NOT NULL,
    "cleared_at" TIMESTAMPTZ(3),

    CONSTRAINT "attention_pkey" PRIMARY KEY ("attention_id")
);

-- CreateIndex
CREATE INDEX "project_status_portfolio_overall_idx" ON "project_status"("portfolio", "overall");

-- CreateIndex
CREATE INDEX "milestone_project_id_idx" ON "milestone"("project_id");

-- CreateIndex
CREATE INDEX "attention_cleared_at_visible_from_idx" ON "attention"("cleared_at", "visible_from");

-- CreateIndex
CREATE UNIQUE INDEX "attention_kind_subject_id_key" ON "attention"("kind", "subject_id");
