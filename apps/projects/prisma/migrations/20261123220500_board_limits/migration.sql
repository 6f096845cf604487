-- CreateTable
CREATE TABLE "board_limits" (
    "project_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "on_overrun" TEXT NOT NULL,
    "committed" INTEGER,
    "in_progress" INTEGER,
    "set_by" UUID NOT NULL,
    "set_by_name" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "board_limits_pkey" PRIMARY KEY ("project_id","version"),
    CONSTRAINT "board_limits_version_positive" CHECK ("version" > 0),
    CONSTRAINT "board_limits_policy_known" CHECK ("on_overrun" IN ('warn', 'refuse')),
    CONSTRAINT "board_limits_positive" CHECK ("committed" > 0 AND "in_progress" > 0)
);

-- History only grows.
CREATE TRIGGER "board_limits_never_edited" BEFORE UPDATE OR DELETE ON "board_limits" FOR EACH ROW EXECUTE FUNCTION "history_is_never_edited"();
