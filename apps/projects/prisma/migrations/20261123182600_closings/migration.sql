-- CreateTable
CREATE TABLE "closing" (
    "closing_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "is_stopped" BOOLEAN NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "started_by_name" TEXT NOT NULL,
    "due_on" CHAR(10) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by" UUID,
    "ended_by_name" TEXT,
    "reason" TEXT,
    "left_open" JSONB NOT NULL DEFAULT '[]',
    "overridden" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "closing_pkey" PRIMARY KEY ("closing_id"),
    CONSTRAINT "closing_number_positive" CHECK ("number" > 0),
    CONSTRAINT "closing_state_known" CHECK ("state" IN ('open', 'withdrawn', 'complete', 'overridden')),
    CONSTRAINT "closing_ended_by_somebody" CHECK (("state" = 'open') = ("ended_at" IS NULL) AND ("ended_at" IS NULL) = ("ended_by" IS NULL)),
    CONSTRAINT "closing_override_has_reason" CHECK ("state" <> 'overridden' OR "reason" <> '')
);

-- CreateTable
CREATE TABLE "closing_answer" (
    "closing_id" UUID NOT NULL,
    "owner" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "open_count" INTEGER NOT NULL DEFAULT 0,
    "items" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "closing_answer_pkey" PRIMARY KEY ("closing_id","owner"),
    CONSTRAINT "closing_answer_owner_known" CHECK ("owner" IN ('budgeting', 'resourcing', 'quality', 'governance')),
    CONSTRAINT "closing_answer_count_not_negative" CHECK ("open_count" >= 0)
);

-- CreateTable
CREATE TABLE "lesson" (
    "lesson_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "category" TEXT NOT NULL,
    "what_happened" TEXT NOT NULL,
    "recommendation" TEXT NOT NULL,
    "recorded_by" UUID NOT NULL,
    "recorded_by_name" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "lesson_pkey" PRIMARY KEY ("lesson_id"),
    CONSTRAINT "lesson_number_positive" CHECK ("number" > 0),
    CONSTRAINT "lesson_version_positive" CHECK ("version" > 0),
    CONSTRAINT "lesson_category_known" CHECK ("category" IN ('scope', 'schedule', 'cost', 'quality', 'people', 'communication', 'risk', 'procurement', 'technology', 'other')),
    CONSTRAINT "lesson_has_words" CHECK ("what_happened" <> '' AND "recommendation" <> '')
);

-- CreateIndex
CREATE UNIQUE INDEX "closing_project_id_number_key" ON "closing"("project_id", "number");

-- One closing of a project runs at a time.
CREATE UNIQUE INDEX "closing_one_runs" ON "closing"("project_id") WHERE "state" = 'open';

-- CreateIndex
CREATE INDEX "lesson_recorded_at_lesson_id_idx" ON "lesson"("recorded_at", "lesson_id");

-- CreateIndex
CREATE UNIQUE INDEX "lesson_project_id_number_key" ON "lesson"("project_id", "number");

-- AddForeignKey
ALTER TABLE "closing_answer" ADD CONSTRAINT "closing_answer_closing_id_fkey" FOREIGN KEY ("closing_id") REFERENCES "closing"("closing_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lesson" ADD CONSTRAINT "lesson_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;
