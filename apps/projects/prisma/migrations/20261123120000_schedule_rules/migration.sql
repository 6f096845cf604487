-- CreateTable
CREATE TABLE "schedule_rules" (
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status_date" CHAR(10),
    "out_of_sequence" TEXT NOT NULL,
    "honour" TEXT NOT NULL,
    "set_by" UUID NOT NULL,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "schedule_rules_pkey" PRIMARY KEY ("project_id","version"),
    -- Version 1 are the rules of the plan file.
    CONSTRAINT "schedule_rules_version_of_a_person" CHECK ("version" > 1),
    CONSTRAINT "schedule_rules_status_date_is_a_day" CHECK ("status_date" ~ '^\d{4}-\d{2}-\d{2}$'),
    CONSTRAINT "schedule_rules_out_of_sequence_known" CHECK ("out_of_sequence" IN ('retained-logic', 'progress-override')),
    CONSTRAINT "schedule_rules_honour_known" CHECK ("honour" IN ('constraint', 'link'))
);
