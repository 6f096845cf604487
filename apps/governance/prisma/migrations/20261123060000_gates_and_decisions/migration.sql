-- CreateTable
CREATE TABLE "project" (
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_confidential" BOOLEAN NOT NULL,
    "manager_person_id" UUID,
    "sponsor_person_id" UUID,

    CONSTRAINT "project_pkey" PRIMARY KEY ("project_id")
);

-- CreateTable
CREATE TABLE "gate" (
    "gate_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "phase_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "due_on" CHAR(10),
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "milestone_ids" UUID[],
    "decision" TEXT,
    "reason" TEXT,
    "conditions" TEXT[],
    "decided_by" UUID,
    "decided_by_name" TEXT,
    "decided_on" CHAR(10),

    CONSTRAINT "gate_pkey" PRIMARY KEY ("gate_id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "milestone_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "phase_id" TEXT,
    "name" TEXT NOT NULL,
    "is_ready" BOOLEAN NOT NULL,
    "open_mandatory" INTEGER NOT NULL,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("milestone_id")
);

-- CreateTable
CREATE TABLE "decision" (
    "decision_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "due_on" CHAR(10) NOT NULL,
    "amount_minor" BIGINT,
    "currency" CHAR(3),
    "requested_by" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "decided_by" UUID,
    "decided_by_name" TEXT,
    "decided_on" CHAR(10),

    CONSTRAINT "decision_pkey" PRIMARY KEY ("decision_id")
);

-- CreateIndex
CREATE INDEX "gate_state_due_on_idx" ON "gate"("state", "due_on");

-- CreateIndex
CREATE UNIQUE INDEX "gate_project_id_phase_id_key" ON "gate"("project_id", "phase_id");

-- CreateIndex
CREATE INDEX "evidence_project_id_idx" ON "evidence"("project_id");

-- CreateIndex
CREATE INDEX "decision_outcome_due_on_idx" ON "decision"("outcome", "due_on");

-- AddForeignKey
ALTER TABLE "gate" ADD CONSTRAINT "gate_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "decision" ADD CONSTRAINT "decision_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;
