-- Portfolio scenarios: computed selections of projects, and the one that is in force.
CREATE TABLE "scenario" (
    "scenario_id" UUID NOT NULL,
    "portfolio" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('computed', 'approved', 'superseded')),
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "request" JSONB NOT NULL,
    "answer" JSONB NOT NULL,
    "changes" JSONB,
    "decision" TEXT,
    "computed_at" TIMESTAMPTZ(3) NOT NULL,
    "computed_by" TEXT NOT NULL,
    "approved_at" TIMESTAMPTZ(3),
    "approved_by" TEXT,

    CONSTRAINT "scenario_pkey" PRIMARY KEY ("scenario_id"),
    CONSTRAINT "scenario_decided" CHECK (("state" = 'computed') = ("approved_at" IS NULL)),
    CONSTRAINT "scenario_change_set" CHECK (("state" = 'computed') = ("changes" IS NULL))
);

CREATE INDEX "scenario_portfolio_computed_at_idx" ON "scenario"("portfolio", "computed_at");

-- At most one scenario of a portfolio is in force.
CREATE UNIQUE INDEX "scenario_in_force" ON "scenario"("portfolio") WHERE "state" = 'approved';
