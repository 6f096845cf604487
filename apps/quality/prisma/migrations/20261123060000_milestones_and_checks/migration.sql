CREATE TABLE "project" (
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_confidential" BOOLEAN NOT NULL,
    "manager_person_id" UUID,
    "sponsor_person_id" UUID,

    CONSTRAINT "project_pkey" PRIMARY KEY ("project_id")
);

CREATE TABLE "milestone" (
    "milestone_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "phase_id" TEXT,
    "due_on" CHAR(10) NOT NULL,
    "version" INTEGER NOT NULL,
    "is_withdrawn" BOOLEAN NOT NULL DEFAULT false,
    "accepted_on" CHAR(10),
    "accepted_by" UUID,
    "accepted_by_name" TEXT,
    "statement" TEXT,

    CONSTRAINT "milestone_pkey" PRIMARY KEY ("milestone_id"),
    CONSTRAINT "milestone_accepted_by_a_person" CHECK (("accepted_on" IS NULL) = ("accepted_by" IS NULL))
);

CREATE TABLE "check" (
    "check_id" UUID NOT NULL,
    "milestone_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "is_mandatory" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "evidence" TEXT,
    "reason" TEXT,
    "decided_by" UUID,
    "decided_by_name" TEXT,
    "decided_on" CHAR(10),

    CONSTRAINT "check_pkey" PRIMARY KEY ("check_id"),
    CONSTRAINT "check_state_known" CHECK ("state" IN ('open', 'passed', 'failed', 'waived')),
    CONSTRAINT "check_passed_with_evidence" CHECK ("state" <> 'passed' OR "evidence" IS NOT NULL),
    CONSTRAINT "check_waived_with_reason" CHECK ("state" <> 'waived' OR "reason" IS NOT NULL)
);

CREATE INDEX "milestone_project_id_due_on_idx" ON "milestone"("project_id", "due_on");

CREATE INDEX "check_milestone_id_position_idx" ON "check"("milestone_id", "position");

ALTER TABLE "milestone" ADD CONSTRAINT "milestone_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "check" ADD CONSTRAINT "check_milestone_id_fkey" FOREIGN KEY ("milestone_id") REFERENCES "milestone"("milestone_id") ON DELETE RESTRICT ON UPDATE CASCADE;
