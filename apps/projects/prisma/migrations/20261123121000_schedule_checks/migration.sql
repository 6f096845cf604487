-- CreateTable
CREATE TABLE "schedule_check" (
    "check_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,
    "occasion" TEXT NOT NULL,
    "gate_id" UUID,
    "gate_name" TEXT,
    "plan_version" INTEGER NOT NULL,
    "schedule_version" INTEGER NOT NULL,
    "passed" INTEGER NOT NULL,
    "failed" INTEGER NOT NULL,
    "practices_passed" INTEGER NOT NULL,
    "practices_failed" INTEGER NOT NULL,
    "points" JSONB NOT NULL,

    CONSTRAINT "schedule_check_pkey" PRIMARY KEY ("check_id"),
    CONSTRAINT "schedule_check_occasion_known" CHECK ("occasion" IN ('import', 'gate')),
    CONSTRAINT "schedule_check_at_a_gate" CHECK (("occasion" = 'gate') = ("gate_id" IS NOT NULL)),
    CONSTRAINT "schedule_check_counted" CHECK ("passed" >= 0 AND "failed" >= 0 AND "passed" + "failed" <= 14
        AND "practices_passed" >= 0 AND "practices_failed" >= 0 AND "practices_passed" + "practices_failed" <= 10),
    CONSTRAINT "schedule_check_points_listed" CHECK (jsonb_typeof("points") = 'array')
);

-- CreateIndex
CREATE INDEX "schedule_check_project_id_checked_at_idx" ON "schedule_check"("project_id", "checked_at");
