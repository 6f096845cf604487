-- Levelling puts the start of a task not before this day; the version of the plan in which its work last was another.
ALTER TABLE "task" ADD COLUMN "levelled_to" CHAR(10),
    ADD COLUMN "changed_in_plan" INTEGER NOT NULL DEFAULT 1;

-- What changed before this was written down is not known: the plan as it stands counts as new.
UPDATE "task" SET "changed_in_plan" = "plan"."plan_version" FROM "plan" WHERE "plan"."project_id" = "task"."project_id";

ALTER TABLE "task" ALTER COLUMN "changed_in_plan" DROP DEFAULT,
    ADD CONSTRAINT "task_levelled_to_is_a_day" CHECK ("levelled_to" ~ '^\d{4}-\d{2}-\d{2}$'),
    ADD CONSTRAINT "task_changed_in_a_plan" CHECK ("changed_in_plan" > 0);

-- CreateTable
CREATE TABLE "levelling" (
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "proposal_id" UUID,
    "left_out" JSONB NOT NULL DEFAULT '[]',
    "decided_by" UUID,
    "decided_by_name" TEXT,
    "reason" TEXT,
    "decided_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "levelling_pkey" PRIMARY KEY ("project_id","version"),
    CONSTRAINT "levelling_version_positive" CHECK ("version" > 0),
    -- A proposal was agreed with in resourcing; who takes it off here has a name.
    CONSTRAINT "levelling_taken_off_by_somebody" CHECK (("proposal_id" IS NULL) = ("decided_by" IS NOT NULL) AND ("decided_by" IS NULL) = ("decided_by_name" IS NULL))
);
