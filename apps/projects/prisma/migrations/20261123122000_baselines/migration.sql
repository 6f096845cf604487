-- CreateTable
CREATE TABLE "baseline" (
    "baseline_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "decision" TEXT,
    "effective_on" CHAR(10) NOT NULL,
    "taken_by" UUID NOT NULL,
    "taken_by_name" TEXT NOT NULL,
    "taken_at" TIMESTAMPTZ(3) NOT NULL,
    "plan_version" INTEGER NOT NULL,
    "start" CHAR(10) NOT NULL,
    "finish" CHAR(10) NOT NULL,
    "work_minutes" BIGINT NOT NULL,
    "budget_minor" BIGINT NOT NULL,
    "task_count" INTEGER NOT NULL,
    "link_count" INTEGER NOT NULL,

    CONSTRAINT "baseline_pkey" PRIMARY KEY ("baseline_id"),
    CONSTRAINT "baseline_number_positive" CHECK ("number" > 0),
    CONSTRAINT "baseline_name_given" CHECK ("name" <> ''),
    CONSTRAINT "baseline_rests_on_a_decision" CHECK ("number" = 1 OR "decision" IS NOT NULL),
    CONSTRAINT "baseline_in_order" CHECK ("start" <= "finish")
);

-- CreateTable
CREATE TABLE "baseline_task" (
    "baseline_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "parent_task_id" UUID,
    "wbs" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "is_summary" BOOLEAN NOT NULL,
    "is_milestone" BOOLEAN NOT NULL,
    "start" CHAR(19) NOT NULL,
    "finish" CHAR(19) NOT NULL,
    "work_minutes" INTEGER NOT NULL,
    "budget_minor" BIGINT NOT NULL,

    CONSTRAINT "baseline_task_pkey" PRIMARY KEY ("baseline_id","task_id"),
    CONSTRAINT "baseline_task_in_order" CHECK ("start" <= "finish"),
    CONSTRAINT "baseline_task_work_counted" CHECK ("work_minutes" >= 0)
);

-- CreateTable
CREATE TABLE "baseline_link" (
    "baseline_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "from_task_id" UUID NOT NULL,
    "to_task_id" UUID NOT NULL,
    "kind" CHAR(2) NOT NULL,
    "lag_kind" TEXT NOT NULL,
    "lag_minutes" INTEGER NOT NULL,
    "lag_percent" INTEGER,

    CONSTRAINT "baseline_link_pkey" PRIMARY KEY ("baseline_id","position"),
    CONSTRAINT "baseline_link_kind_known" CHECK ("kind" IN ('FS', 'SS', 'FF', 'SF')),
    CONSTRAINT "baseline_link_lag_known" CHECK ("lag_kind" IN ('working', 'elapsed', 'percent', 'elapsed-percent'))
);

-- CreateIndex
CREATE UNIQUE INDEX "baseline_project_id_number_key" ON "baseline"("project_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "baseline_project_id_name_key" ON "baseline"("project_id", "name");

-- A baseline is what was promised: it is written once.
CREATE FUNCTION "baseline_is_never_edited"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'A baseline is never edited or deleted; take a new one.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "baseline_never_edited" BEFORE UPDATE OR DELETE ON "baseline" FOR EACH ROW EXECUTE FUNCTION "baseline_is_never_edited"();
CREATE TRIGGER "baseline_task_never_edited" BEFORE UPDATE OR DELETE ON "baseline_task" FOR EACH ROW EXECUTE FUNCTION "baseline_is_never_edited"();
CREATE TRIGGER "baseline_link_never_edited" BEFORE UPDATE OR DELETE ON "baseline_link" FOR EACH ROW EXECUTE FUNCTION "baseline_is_never_edited"();
