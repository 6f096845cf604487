-- CreateTable
CREATE TABLE "planned_task" (
    "task_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "parent_task_id" UUID,
    "name" TEXT NOT NULL,
    "is_summary" BOOLEAN NOT NULL,
    "is_milestone" BOOLEAN NOT NULL,
    "start" CHAR(10) NOT NULL,
    "finish" CHAR(10) NOT NULL,
    "percent_complete" INTEGER NOT NULL,
    "predecessors" JSONB,

    CONSTRAINT "planned_task_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "project_plan" (
    "project_id" UUID NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "finish" CHAR(10) NOT NULL,
    "baseline_finish" CHAR(10),

    CONSTRAINT "project_plan_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "shared_milestone" (
    "milestone_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "shared_with" UUID[],

    CONSTRAINT "shared_milestone_pkey" PRIMARY KEY ("milestone_id")
);

-- CreateTable
CREATE TABLE "levelling_job" (
    "job_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "project_ids" UUID[],
    "priorities" JSONB NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "offers" INTEGER NOT NULL DEFAULT 0,
    "offered_at" TIMESTAMPTZ(3),
    "attempt" INTEGER NOT NULL DEFAULT 0,
    "taken_by" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),
    "progress" JSONB,
    "proposal_id" UUID,
    "reason" TEXT,

    CONSTRAINT "levelling_job_pkey" PRIMARY KEY ("job_id")
);

-- CreateTable
CREATE TABLE "levelling_proposal" (
    "proposal_id" UUID NOT NULL,
    "job_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL,
    "objective" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "finish_before" CHAR(10) NOT NULL,
    "finish_after" CHAR(10) NOT NULL,
    "finish_bound" CHAR(10) NOT NULL,
    "makespan_before_days" INTEGER NOT NULL,
    "makespan_after_days" INTEGER NOT NULL,
    "lower_bound_days" INTEGER NOT NULL,
    "is_optimal" BOOLEAN NOT NULL,
    "overbooked_before" INTEGER NOT NULL,
    "overbooked_after" INTEGER NOT NULL,
    "assumptions" TEXT[],

    CONSTRAINT "levelling_proposal_pkey" PRIMARY KEY ("proposal_id")
);

-- CreateTable
CREATE TABLE "levelled_project" (
    "proposal_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "moves" INTEGER NOT NULL,
    "finish_before" CHAR(10) NOT NULL,
    "finish_after" CHAR(10) NOT NULL,
    "decision" TEXT NOT NULL,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "objection" TEXT,

    CONSTRAINT "levelled_project_pkey" PRIMARY KEY ("proposal_id","project_id")
);

-- CreateTable
CREATE TABLE "levelling_move" (
    "proposal_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "project_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "task_name" TEXT NOT NULL,
    "start_before" CHAR(10) NOT NULL,
    "finish_before" CHAR(10) NOT NULL,
    "start_after" CHAR(10) NOT NULL,
    "finish_after" CHAR(10) NOT NULL,
    "delay_days" INTEGER NOT NULL,
    "reason" JSONB NOT NULL,

    CONSTRAINT "levelling_move_pkey" PRIMARY KEY ("proposal_id","place")
);

-- CreateIndex
CREATE INDEX "planned_task_project_id_idx" ON "planned_task"("project_id");

-- CreateIndex
CREATE INDEX "shared_milestone_project_id_idx" ON "shared_milestone"("project_id");

-- CreateIndex
CREATE INDEX "levelling_job_state_requested_at_idx" ON "levelling_job"("state", "requested_at");

-- CreateIndex
CREATE INDEX "levelled_project_project_id_idx" ON "levelled_project"("project_id");

-- AddForeignKey
ALTER TABLE "levelled_project" ADD CONSTRAINT "levelled_project_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "levelling_proposal"("proposal_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "levelling_move" ADD CONSTRAINT "levelling_move_proposal_id_fkey" FOREIGN KEY ("proposal_id") REFERENCES "levelling_proposal"("proposal_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What no application may write
ALTER TABLE "levelling_job"
  ADD CONSTRAINT "levelling_job_state" CHECK ("state" IN ('queued', 'running', 'done', 'cancelled', 'failed')),
  ADD CONSTRAINT "levelling_job_objective" CHECK ("objective" IN ('finish', 'lateness', 'smooth-load', 'cost')),
  ADD CONSTRAINT "levelling_job_seconds" CHECK ("seconds" BETWEEN 1 AND 600),
  ADD CONSTRAINT "levelling_job_lease" CHECK (("state" = 'running') = ("lease_until" IS NOT NULL)),
  ADD CONSTRAINT "levelling_job_result" CHECK (("state" = 'done') = ("proposal_id" IS NOT NULL));
ALTER TABLE "levelling_proposal"
  ADD CONSTRAINT "levelling_proposal_state" CHECK ("state" IN ('open', 'accepted', 'contested', 'outdated')),
  ADD CONSTRAINT "levelling_proposal_bound" CHECK ("lower_bound_days" <= "makespan_after_days");
ALTER TABLE "levelled_project"
  ADD CONSTRAINT "levelled_project_decision" CHECK ("decision" IN ('open', 'accepted', 'contested', 'not-moved')),
  ADD CONSTRAINT "levelled_project_objection" CHECK (("decision" = 'contested') = ("objection" IS NOT NULL));
ALTER TABLE "levelling_move"
  ADD CONSTRAINT "levelling_move_later" CHECK ("delay_days" >= 1 AND "start_after" > "start_before");
-- One proposal a job, whatever workers believe; named as Prisma would
CREATE UNIQUE INDEX "levelling_proposal_job_id_key" ON "levelling_proposal" ("job_id");
