-- CreateTable
CREATE TABLE "task_agreement" (
    "task_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "start" CHAR(10) NOT NULL,
    "finish" CHAR(10) NOT NULL,
    "is_baseline" BOOLEAN NOT NULL,

    CONSTRAINT "task_agreement_pkey" PRIMARY KEY ("task_id")
);

-- CreateTable
CREATE TABLE "task_report" (
    "place" BIGSERIAL NOT NULL,
    "task_id" UUID NOT NULL,
    "percent_complete" INTEGER NOT NULL,
    "as_of" CHAR(10) NOT NULL,
    "actual_start" CHAR(10),
    "actual_finish" CHAR(10),

    CONSTRAINT "task_report_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "accepted_milestone" (
    "milestone_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "accepted_on" CHAR(10) NOT NULL,

    CONSTRAINT "accepted_milestone_pkey" PRIMARY KEY ("milestone_id")
);

-- CreateTable
CREATE TABLE "performance_review" (
    "person_id" UUID NOT NULL,
    "period" CHAR(7) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "org_unit" TEXT NOT NULL,
    "released_on" CHAR(10) NOT NULL,
    "seen_at" TIMESTAMPTZ(3),
    "comment" TEXT,
    "figures" JSONB,

    CONSTRAINT "performance_review_pkey" PRIMARY KEY ("person_id","period")
);

-- CreateTable
CREATE TABLE "group_review" (
    "period" CHAR(7) NOT NULL,
    "org_unit" TEXT NOT NULL,
    "sums" JSONB NOT NULL,

    CONSTRAINT "group_review_pkey" PRIMARY KEY ("period","org_unit")
);

-- CreateIndex
CREATE INDEX "task_report_task_id_place_idx" ON "task_report"("task_id", "place");

-- CreateIndex
CREATE INDEX "accepted_milestone_project_id_idx" ON "accepted_milestone"("project_id");

-- CreateIndex
CREATE INDEX "performance_review_period_released_on_idx" ON "performance_review"("period", "released_on");

-- What no application may write
ALTER TABLE "task_report" ADD CONSTRAINT "task_report_percent" CHECK ("percent_complete" BETWEEN 0 AND 100);
ALTER TABLE "performance_review" ADD CONSTRAINT "performance_review_seen" CHECK ("seen_at" IS NULL OR "figures" IS NOT NULL),
  ADD CONSTRAINT "performance_review_comment" CHECK ("comment" IS NULL OR "seen_at" IS NOT NULL);
CREATE FUNCTION "group_review_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The figures of a group are made once.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "group_review_made_once" BEFORE UPDATE OR DELETE ON "group_review" FOR EACH ROW EXECUTE FUNCTION "group_review_once"();
CREATE FUNCTION "figures_stay"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD."figures" IS NOT NULL AND NEW."figures" IS DISTINCT FROM OLD."figures" THEN
        RAISE EXCEPTION 'Figures stay as they were seen.' USING ERRCODE = 'integrity_constraint_violation';
    END IF;
    RETURN NEW;
END
$$;
CREATE TRIGGER "performance_review_stays" BEFORE UPDATE ON "performance_review" FOR EACH ROW EXECUTE FUNCTION "figures_stay"();
