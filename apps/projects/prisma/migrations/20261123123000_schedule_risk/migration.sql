-- CreateTable
CREATE TABLE "task_estimate" (
    "task_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "low_minutes" INTEGER NOT NULL,
    "likely_minutes" INTEGER NOT NULL,
    "high_minutes" INTEGER NOT NULL,
    "shape" TEXT NOT NULL,
    "estimated_by" UUID NOT NULL,
    "estimated_by_name" TEXT NOT NULL,
    "estimated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "task_estimate_pkey" PRIMARY KEY ("task_id"),
    CONSTRAINT "task_estimate_version_positive" CHECK ("version" > 0),
    CONSTRAINT "task_estimate_in_order" CHECK (0 <= "low_minutes" AND "low_minutes" <= "likely_minutes" AND "likely_minutes" <= "high_minutes"),
    CONSTRAINT "task_estimate_shape_known" CHECK ("shape" IN ('pert', 'triangular'))
);

-- CreateTable
CREATE TABLE "risk_simulation" (
    "simulation_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "schedule_version" INTEGER NOT NULL,
    "runs" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "fingerprint" CHAR(64) NOT NULL,
    "figures" JSONB NOT NULL,
    "requested_by" UUID NOT NULL,
    "requested_by_name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "risk_simulation_pkey" PRIMARY KEY ("simulation_id"),
    CONSTRAINT "risk_simulation_runs_counted" CHECK ("runs" > 0 AND "seed" >= 0),
    CONSTRAINT "risk_simulation_fingerprint_is_one" CHECK ("fingerprint" ~ '^[0-9a-f]{64}$')
);

-- CreateIndex
CREATE INDEX "task_estimate_project_id_idx" ON "task_estimate"("project_id");

-- CreateIndex
CREATE INDEX "risk_simulation_project_id_requested_at_idx" ON "risk_simulation"("project_id", "requested_at");
