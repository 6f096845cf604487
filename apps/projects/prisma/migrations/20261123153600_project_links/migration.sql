-- CreateTable
CREATE TABLE "project_link" (
    "link_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "from_project_id" UUID NOT NULL,
    "from_task_id" UUID NOT NULL,
    "to_project_id" UUID NOT NULL,
    "to_task_id" UUID NOT NULL,
    "kind" CHAR(2) NOT NULL,
    "lag_minutes" INTEGER NOT NULL,
    "made_by" UUID NOT NULL,
    "made_by_name" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "removed_by_name" TEXT,
    "removed_reason" TEXT,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "project_link_pkey" PRIMARY KEY ("link_id"),
    CONSTRAINT "project_link_version_positive" CHECK ("version" > 0),
    CONSTRAINT "project_link_between_two_projects" CHECK ("from_project_id" <> "to_project_id"),
    CONSTRAINT "project_link_kind_known" CHECK ("kind" IN ('FS', 'SS', 'FF', 'SF')),
    CONSTRAINT "project_link_removed_by_somebody" CHECK (("removed_at" IS NULL) = ("removed_by_name" IS NULL))
);

-- CreateIndex
CREATE INDEX "project_link_from_project_id_idx" ON "project_link"("from_project_id");

-- CreateIndex
CREATE INDEX "project_link_to_project_id_idx" ON "project_link"("to_project_id");

-- The same link is made once; after it was removed it can be made again.
CREATE UNIQUE INDEX "project_link_made_once" ON "project_link"("from_task_id", "to_task_id", "kind") WHERE "removed_at" IS NULL;
