-- AlterTable
ALTER TABLE "task" ADD COLUMN     "earning_method" TEXT NOT NULL DEFAULT 'percent-complete';

-- CreateTable
CREATE TABLE "earning_rule" (
    "project_id" UUID NOT NULL,
    "wbs" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "method" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "set_by" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "earning_rule_pkey" PRIMARY KEY ("project_id","wbs","version"),
    CONSTRAINT "earning_rule_words"
      CHECK ("method" IN ('percent-complete', 'zero-hundred', 'fifty-fifty') AND "version" > 0)
);

ALTER TABLE "task" ADD CONSTRAINT "task_earning_method"
  CHECK ("earning_method" IN ('percent-complete', 'zero-hundred', 'fifty-fifty'));

-- What was set stays.
CREATE TRIGGER earning_rule_only_grows BEFORE UPDATE OR DELETE ON "earning_rule"
  FOR EACH ROW EXECUTE FUNCTION only_grows();
