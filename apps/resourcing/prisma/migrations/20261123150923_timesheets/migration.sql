-- AlterTable
ALTER TABLE "person" ADD COLUMN     "grade" TEXT,
ADD COLUMN     "line_manager_id" UUID;

-- CreateTable
CREATE TABLE "timesheet" (
    "sheet_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "week_start" CHAR(10) NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "total_minutes" INTEGER NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,
    "decided_by_name" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "timesheet_pkey" PRIMARY KEY ("sheet_id")
);

-- CreateTable
CREATE TABLE "time_entry" (
    "entry_id" UUID NOT NULL,
    "sheet_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "day" CHAR(10) NOT NULL,
    "project_id" UUID,
    "task_id" UUID,
    "background" TEXT,
    "minutes" INTEGER NOT NULL,
    "note" TEXT,
    "reverses_entry_id" UUID,
    "is_approved" BOOLEAN NOT NULL DEFAULT false,
    "approved_at" TIMESTAMPTZ(3),

    CONSTRAINT "time_entry_pkey" PRIMARY KEY ("entry_id")
);

-- CreateTable
CREATE TABLE "time_keeping" (
    "keeping_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "kept_from" CHAR(10),
    "locked_through" CHAR(10),
    "changed_by" TEXT,

    CONSTRAINT "time_keeping_pkey" PRIMARY KEY ("keeping_id")
);

-- CreateTable
CREATE TABLE "chased_week" (
    "week_start" CHAR(10) NOT NULL,
    "chased_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "chased_week_pkey" PRIMARY KEY ("week_start")
);

-- CreateTable
CREATE TABLE "missed_sheet" (
    "person_id" UUID NOT NULL,
    "week_start" CHAR(10) NOT NULL,
    "is_handed_in" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "missed_sheet_pkey" PRIMARY KEY ("person_id","week_start")
);

-- CreateIndex
CREATE INDEX "timesheet_state_submitted_at_sheet_id_idx" ON "timesheet"("state", "submitted_at", "sheet_id");

-- CreateIndex
CREATE UNIQUE INDEX "timesheet_person_id_week_start_key" ON "timesheet"("person_id", "week_start");

-- CreateIndex
CREATE UNIQUE INDEX "time_entry_reverses_entry_id_key" ON "time_entry"("reverses_entry_id");

-- CreateIndex
CREATE INDEX "time_entry_sheet_id_idx" ON "time_entry"("sheet_id");

-- CreateIndex
CREATE INDEX "time_entry_person_id_day_idx" ON "time_entry"("person_id", "day");

-- CreateIndex
CREATE INDEX "person_line_manager_id_idx" ON "person"("line_manager_id");

-- AddForeignKey
ALTER TABLE "timesheet" ADD CONSTRAINT "timesheet_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_sheet_id_fkey" FOREIGN KEY ("sheet_id") REFERENCES "timesheet"("sheet_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "time_entry" ADD CONSTRAINT "time_entry_reverses_entry_id_fkey" FOREIGN KEY ("reverses_entry_id") REFERENCES "time_entry"("entry_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The one row of time keeping: nothing is asked for and nothing closed until somebody says so
INSERT INTO "time_keeping" ("keeping_id") VALUES ('7f1d4b50-6a55-4a0c-9d26-2f1f6c7e0a01');
CREATE UNIQUE INDEX "time_keeping_one_row" ON "time_keeping" ((true));

-- What no application may write
ALTER TABLE "timesheet"
  ADD CONSTRAINT "timesheet_state" CHECK ("state" IN ('open', 'submitted', 'approved')),
  ADD CONSTRAINT "timesheet_monday" CHECK (extract(isodow FROM "week_start"::date) = 1),
  ADD CONSTRAINT "timesheet_waits_since" CHECK ("state" <> 'submitted' OR "submitted_at" IS NOT NULL),
  ADD CONSTRAINT "timesheet_not_by_oneself" CHECK ("decided_by" IS DISTINCT FROM "person_id"::text);
ALTER TABLE "time_entry"
  ADD CONSTRAINT "time_entry_day" CHECK ("day"::date IS NOT NULL),
  ADD CONSTRAINT "time_entry_one_subject" CHECK (("project_id" IS NULL) <> ("background" IS NULL)),
  ADD CONSTRAINT "time_entry_task_of_project" CHECK ("task_id" IS NULL OR "project_id" IS NOT NULL),
  ADD CONSTRAINT "time_entry_minutes" CHECK (
    CASE WHEN "reverses_entry_id" IS NULL THEN "minutes" BETWEEN 1 AND 1440 ELSE "minutes" BETWEEN -1440 AND -1 END),
  ADD CONSTRAINT "time_entry_approved_at" CHECK ("is_approved" = ("approved_at" IS NOT NULL));
ALTER TABLE "time_keeping"
  ADD CONSTRAINT "time_keeping_kept_from" CHECK ("kept_from"::date IS NOT NULL OR "kept_from" IS NULL),
  ADD CONSTRAINT "time_keeping_locked_through" CHECK ("locked_through"::date IS NOT NULL OR "locked_through" IS NULL);

-- An approved line was told and priced: it is taken back by another line, never changed
CREATE FUNCTION "approved_time_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Approved time is never changed or deleted; a reversal takes it back.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "time_entry_approved_stays" BEFORE UPDATE OR DELETE ON "time_entry"
  FOR EACH ROW WHEN (OLD."is_approved") EXECUTE FUNCTION "approved_time_stays"();

-- Nothing is approved in closed time, and closed time stays closed
CREATE FUNCTION "closed_time_takes_nothing"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NEW."day" <= (SELECT "locked_through" FROM "time_keeping") THEN
        RAISE EXCEPTION 'Time is closed on %.', NEW."day" USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "time_entry_in_open_time" BEFORE INSERT OR UPDATE ON "time_entry"
  FOR EACH ROW WHEN (NEW."is_approved") EXECUTE FUNCTION "closed_time_takes_nothing"();
CREATE FUNCTION "closed_time_stays_closed"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Time that is closed is not opened again.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "time_keeping_goes_forward" BEFORE UPDATE ON "time_keeping"
  FOR EACH ROW WHEN (NEW."locked_through" IS NULL AND OLD."locked_through" IS NOT NULL OR NEW."locked_through" < OLD."locked_through")
  EXECUTE FUNCTION "closed_time_stays_closed"();
