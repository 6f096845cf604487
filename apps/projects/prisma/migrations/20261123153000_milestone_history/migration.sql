-- AlterTable
ALTER TABLE "milestone" ADD COLUMN     "actual_on" CHAR(10),
ADD COLUMN     "criteria" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "owner_name" TEXT,
ADD CONSTRAINT "milestone_criteria_listed" CHECK (jsonb_typeof("criteria") = 'array');

-- CreateTable
CREATE TABLE "milestone_history" (
    "milestone_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "project_id" UUID NOT NULL,
    "cause" TEXT NOT NULL,
    "reported_on" CHAR(10) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" UUID,
    "recorded_by_name" TEXT,
    "baseline_on" CHAR(10),
    "forecast_on" CHAR(10) NOT NULL,
    "actual_on" CHAR(10),
    "accepted_on" CHAR(10),
    "owner_name" TEXT,
    "criteria" JSONB NOT NULL,

    CONSTRAINT "milestone_history_pkey" PRIMARY KEY ("milestone_id","version"),
    CONSTRAINT "milestone_history_version_positive" CHECK ("version" > 0),
    CONSTRAINT "milestone_history_cause_known" CHECK ("cause" IN ('plan', 'record', 'acceptance', 'withdrawal')),
    CONSTRAINT "milestone_history_record_names_who" CHECK ("cause" <> 'record' OR ("recorded_by" IS NOT NULL AND "recorded_by_name" IS NOT NULL)),
    CONSTRAINT "milestone_history_criteria_listed" CHECK (jsonb_typeof("criteria") = 'array')
);

-- CreateIndex
CREATE INDEX "milestone_history_project_id_idx" ON "milestone_history"("project_id");

-- History only grows.
CREATE TRIGGER "milestone_history_never_edited" BEFORE UPDATE OR DELETE ON "milestone_history" FOR EACH ROW EXECUTE FUNCTION "history_is_never_edited"();

-- What is known of milestones today is where their history begins.
INSERT INTO "milestone_history" ("milestone_id", "version", "project_id", "cause", "reported_on", "recorded_at",
    "baseline_on", "forecast_on", "accepted_on", "criteria")
SELECT "milestone_id", "version", "milestone"."project_id", CASE WHEN "is_withdrawn" THEN 'withdrawal' ELSE 'plan' END,
    COALESCE("plan"."data_date", to_char(CURRENT_TIMESTAMP AT TIME ZONE 'UTC', 'YYYY-MM-DD')), CURRENT_TIMESTAMP,
    "baseline_on", "forecast_on", "accepted_on", '[]'
FROM "milestone" LEFT JOIN "plan" ON "plan"."project_id" = "milestone"."project_id";
