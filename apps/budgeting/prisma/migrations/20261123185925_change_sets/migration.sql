-- What approved scenarios change: each line reviewed by who answers for the project, then ordered, then settled by its owner.
CREATE TABLE "change_set" (
    "scenario_id" UUID NOT NULL,
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "name" TEXT NOT NULL,
    "portfolio" TEXT NOT NULL,
    "currency" CHAR(3) NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('in-review', 'applied', 'superseded')),
    "drafted_at" TIMESTAMPTZ(3) NOT NULL,
    "decision" TEXT,
    "applied_at" TIMESTAMPTZ(3),
    "applied_by" TEXT,

    CONSTRAINT "change_set_pkey" PRIMARY KEY ("scenario_id"),
    CONSTRAINT "change_set_decided" CHECK ("state" = 'superseded' OR ("state" = 'applied') = ("decision" IS NOT NULL AND "applied_at" IS NOT NULL AND "applied_by" IS NOT NULL))
);

CREATE TABLE "change_set_line" (
    "scenario_id" UUID NOT NULL,
    "candidate_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "name" TEXT NOT NULL,
    "project_id" UUID,
    "change" TEXT NOT NULL CHECK ("change" IN ('begin', 'stop', 'move')),
    "starts_in" TEXT,
    "started_in" TEXT,
    "cost_minor" BIGINT CHECK ("cost_minor" >= 0),
    "review" TEXT NOT NULL CHECK ("review" IN ('open', 'accepted', 'contested')),
    "reason" TEXT,
    "reviewed_by" TEXT,
    "reviewed_at" TIMESTAMPTZ(3),
    "outcome" TEXT CHECK ("outcome" IN ('left-out', 'ordered', 'applied', 'refused')),
    "settled" TEXT,

    CONSTRAINT "change_set_line_pkey" PRIMARY KEY ("scenario_id","candidate_id"),
    CONSTRAINT "change_set_line_reviewed" CHECK (("review" = 'open') = ("reviewed_by" IS NULL)),
    CONSTRAINT "change_set_line_contested" CHECK ("review" <> 'contested' OR "reason" IS NOT NULL)
);

CREATE INDEX "change_set_drafted_at_idx" ON "change_set"("drafted_at");

ALTER TABLE "change_set_line" ADD CONSTRAINT "change_set_line_scenario_id_fkey" FOREIGN KEY ("scenario_id") REFERENCES "change_set"("scenario_id") ON DELETE RESTRICT ON UPDATE CASCADE;
