-- A task that repeats, or one of its occurrences.
ALTER TABLE "task" ADD COLUMN "is_recurring" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "recurring_task" (
    "task_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "pattern" JSONB NOT NULL,
    "starts_at" CHAR(5) NOT NULL,
    "duration_minutes" INTEGER NOT NULL,
    "on_free_day" TEXT NOT NULL,
    "calendar_key" TEXT,
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "recurring_task_pkey" PRIMARY KEY ("task_id"),
    CONSTRAINT "recurring_task_version_positive" CHECK ("version" > 0),
    CONSTRAINT "recurring_task_starts_at_a_time" CHECK ("starts_at" ~ '^([01]\d|2[0-3]):[0-5]\d$'),
    CONSTRAINT "recurring_task_duration_not_negative" CHECK ("duration_minutes" >= 0),
    CONSTRAINT "recurring_task_on_free_day_known" CHECK ("on_free_day" IN ('move', 'skip'))
);

-- CreateIndex
CREATE INDEX "recurring_task_project_id_idx" ON "recurring_task"("project_id");
