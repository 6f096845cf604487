-- CreateTable
CREATE TABLE "backlog_item" (
    "item_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "points" INTEGER,
    "milestone_id" UUID,
    "task_id" UUID,
    "rank" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "sprint_id" UUID,
    "recorded_on" CHAR(10) NOT NULL,
    "moved_on" CHAR(10),
    "started_on" CHAR(10),
    "done_on" CHAR(10),

    CONSTRAINT "backlog_item_pkey" PRIMARY KEY ("item_id"),
    CONSTRAINT "backlog_item_counted" CHECK ("number" > 0 AND "version" > 0),
    CONSTRAINT "backlog_item_kind_known" CHECK ("kind" IN ('story', 'defect', 'chore', 'spike')),
    CONSTRAINT "backlog_item_points_above_zero" CHECK ("points" > 0),
    CONSTRAINT "backlog_item_ranked_in_digits" CHECK ("rank" ~ '^[0-9]{8,}$'),
    CONSTRAINT "backlog_item_in_a_sprint_by_state" CHECK (CASE WHEN "state" IN ('backlog', 'dropped') THEN "sprint_id" IS NULL
        ELSE "state" IN ('committed', 'in-progress', 'done') AND "sprint_id" IS NOT NULL END),
    CONSTRAINT "backlog_item_done_on_a_day" CHECK (("state" = 'done') = ("done_on" IS NOT NULL))
);

-- CreateTable
CREATE TABLE "sprint" (
    "sprint_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "starts_on" CHAR(10) NOT NULL,
    "ends_on" CHAR(10) NOT NULL,
    "started_on" CHAR(10),
    "closed_on" CHAR(10),
    "committed_points" INTEGER,
    "committed_items" INTEGER,
    "done_points" INTEGER,
    "done_items" INTEGER,

    CONSTRAINT "sprint_pkey" PRIMARY KEY ("sprint_id"),
    CONSTRAINT "sprint_counted" CHECK ("number" > 0 AND "version" > 0),
    CONSTRAINT "sprint_state_known" CHECK ("state" IN ('planned', 'running', 'closed')),
    CONSTRAINT "sprint_in_order" CHECK ("starts_on" <= "ends_on" AND "started_on" <= "closed_on"),
    CONSTRAINT "sprint_committed_when_begun" CHECK (num_nonnulls("started_on", "committed_points", "committed_items")
        = CASE WHEN "state" = 'planned' THEN 0 ELSE 3 END),
    CONSTRAINT "sprint_done_when_closed" CHECK (num_nonnulls("closed_on", "done_points", "done_items")
        = CASE WHEN "state" = 'closed' THEN 3 ELSE 0 END),
    CONSTRAINT "sprint_amounts_not_below_zero" CHECK ("committed_points" >= 0 AND "committed_items" > 0
        AND "done_points" >= 0 AND "done_items" >= 0)
);

-- CreateTable
CREATE TABLE "sprint_entry" (
    "entry_id" BIGSERIAL NOT NULL,
    "sprint_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "happened_on" CHAR(10) NOT NULL,
    "kind" TEXT NOT NULL,
    "scope_points" INTEGER NOT NULL,
    "scope_items" INTEGER NOT NULL,
    "done_points" INTEGER NOT NULL,
    "done_items" INTEGER NOT NULL,

    CONSTRAINT "sprint_entry_pkey" PRIMARY KEY ("entry_id"),
    CONSTRAINT "sprint_entry_kind_known" CHECK ("kind" IN ('committed', 'added', 'removed', 'estimated', 'done', 'reopened')),
    CONSTRAINT "sprint_entry_scope_or_done" CHECK (CASE WHEN "kind" IN ('done', 'reopened')
        THEN "scope_points" = 0 AND "scope_items" = 0 ELSE "done_points" = 0 AND "done_items" = 0 END)
);

-- CreateTable
CREATE TABLE "retrospective" (
    "sprint_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "went_well" TEXT[],
    "to_improve" TEXT[],

    CONSTRAINT "retrospective_pkey" PRIMARY KEY ("sprint_id"),
    CONSTRAINT "retrospective_counted" CHECK ("version" > 0)
);

-- CreateTable
CREATE TABLE "retrospective_action" (
    "action_id" UUID NOT NULL,
    "sprint_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "owner_person_id" UUID NOT NULL,
    "owner_name" TEXT NOT NULL,
    "due_on" CHAR(10) NOT NULL,
    "state" TEXT NOT NULL,
    "settled_on" CHAR(10),

    CONSTRAINT "retrospective_action_pkey" PRIMARY KEY ("sprint_id","action_id"),
    CONSTRAINT "retrospective_action_state_known" CHECK ("state" IN ('open', 'done', 'dropped')),
    CONSTRAINT "retrospective_action_settled_on_a_day" CHECK (("state" = 'open') = ("settled_on" IS NULL))
);

-- CreateTable
CREATE TABLE "milestone_outlook" (
    "milestone_id" UUID NOT NULL,
    "project_id" UUID NOT NULL,
    "as_of" CHAR(10) NOT NULL,
    "due_on" CHAR(10) NOT NULL,
    "remaining_items" INTEGER NOT NULL,
    "history_weeks" INTEGER NOT NULL,
    "p50_on" CHAR(10),
    "p80_on" CHAR(10),
    "p90_on" CHAR(10),
    "in_time_percent" INTEGER NOT NULL,

    CONSTRAINT "milestone_outlook_pkey" PRIMARY KEY ("milestone_id"),
    CONSTRAINT "milestone_outlook_surer_is_later" CHECK ("p50_on" <= "p80_on" AND "p80_on" <= "p90_on"),
    CONSTRAINT "milestone_outlook_share_in_bounds" CHECK ("in_time_percent" BETWEEN 0 AND 100)
);

-- CreateIndex
CREATE INDEX "backlog_item_task_id_idx" ON "backlog_item"("task_id");

-- CreateIndex
CREATE INDEX "backlog_item_sprint_id_idx" ON "backlog_item"("sprint_id");

-- CreateIndex
CREATE UNIQUE INDEX "backlog_item_project_id_number_key" ON "backlog_item"("project_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "backlog_item_project_id_rank_key" ON "backlog_item"("project_id", "rank");

-- CreateIndex
CREATE UNIQUE INDEX "sprint_project_id_number_key" ON "sprint"("project_id", "number");

-- One sprint of a project runs at a time.
CREATE UNIQUE INDEX "sprint_one_runs" ON "sprint"("project_id") WHERE "state" = 'running';

-- CreateIndex
CREATE INDEX "sprint_entry_sprint_id_entry_id_idx" ON "sprint_entry"("sprint_id", "entry_id");

-- AddForeignKey
ALTER TABLE "backlog_item" ADD CONSTRAINT "backlog_item_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "backlog_item" ADD CONSTRAINT "backlog_item_sprint_id_fkey" FOREIGN KEY ("sprint_id") REFERENCES "sprint"("sprint_id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sprint" ADD CONSTRAINT "sprint_project_id_fkey" FOREIGN KEY ("project_id") REFERENCES "project"("project_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retrospective" ADD CONSTRAINT "retrospective_sprint_id_fkey" FOREIGN KEY ("sprint_id") REFERENCES "sprint"("sprint_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retrospective_action" ADD CONSTRAINT "retrospective_action_sprint_id_fkey" FOREIGN KEY ("sprint_id") REFERENCES "retrospective"("sprint_id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TRIGGER "sprint_entry_never_edited" BEFORE UPDATE OR DELETE ON "sprint_entry" FOR EACH ROW EXECUTE FUNCTION "history_is_never_edited"();
