-- CreateTable
CREATE TABLE "dependency" (
    "dependency_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "giver_project_id" UUID NOT NULL,
    "taker_project_id" UUID NOT NULL,
    "task_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "turn" TEXT,
    "promised_on" CHAR(10),
    "offered_on" CHAR(10),
    "forecast_on" CHAR(10),
    "is_at_risk" BOOLEAN NOT NULL,

    CONSTRAINT "dependency_pkey" PRIMARY KEY ("dependency_id"),
    CONSTRAINT "dependency_version_positive" CHECK ("version" > 0),
    CONSTRAINT "dependency_between_two_projects" CHECK ("giver_project_id" <> "taker_project_id"),
    CONSTRAINT "dependency_state_known" CHECK ("state" IN ('offered', 'accepted', 'rejected', 'withdrawn')),
    CONSTRAINT "dependency_offer_waits_for_a_side" CHECK (("state" = 'offered') = ("turn" IS NOT NULL) AND ("turn" IS NULL) = ("offered_on" IS NULL)),
    CONSTRAINT "dependency_turn_known" CHECK ("turn" IN ('giver', 'taker')),
    CONSTRAINT "dependency_accepted_has_a_day" CHECK ("state" <> 'accepted' OR "promised_on" IS NOT NULL),
    CONSTRAINT "dependency_risk_needs_a_promise" CHECK (NOT "is_at_risk" OR "promised_on" IS NOT NULL)
);

-- CreateTable
CREATE TABLE "dependency_step" (
    "dependency_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "act" TEXT NOT NULL,
    "side" TEXT,
    "about_day" CHAR(10),
    "note" TEXT,
    "by_name" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dependency_step_pkey" PRIMARY KEY ("dependency_id","version"),
    CONSTRAINT "dependency_step_of_a_side_or_a_forecast" CHECK (("side" IS NULL) = ("act" IN ('at-risk', 'safe-again')) AND ("side" IS NULL) = ("by_name" IS NULL))
);

-- CreateIndex
CREATE INDEX "dependency_giver_project_id_idx" ON "dependency"("giver_project_id");

-- CreateIndex
CREATE INDEX "dependency_taker_project_id_idx" ON "dependency"("taker_project_id");
