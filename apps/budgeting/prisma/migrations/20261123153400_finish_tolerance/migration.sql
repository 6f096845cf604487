-- AlterTable
ALTER TABLE "budget" ADD COLUMN     "finish_tolerance_state" TEXT NOT NULL DEFAULT 'within',
ADD COLUMN     "planned_finish" CHAR(10),
ADD COLUMN     "tolerance_days" INTEGER;

ALTER TABLE "budget" ADD CONSTRAINT "budget_finish_tolerance"
  CHECK ("finish_tolerance_state" IN ('within', 'breached') AND "tolerance_days" >= 0);

-- Projects whose plans are here already have a planned finish as well.
UPDATE "budget" SET "planned_finish" = (
  SELECT max("baseline_finish") FROM "task" WHERE "task"."project_id" = "budget"."project_id"
);
