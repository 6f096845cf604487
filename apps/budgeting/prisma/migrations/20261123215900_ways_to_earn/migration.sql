-- Parts of a plan earn by milestones, quantities, points, as planned, or with another part.
ALTER TABLE "budget" ADD COLUMN "effort_minor" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "effort_budget_minor" BIGINT NOT NULL DEFAULT 0,
  ADD CONSTRAINT "budget_effort_within_budget"
    CHECK ("effort_minor" >= 0 AND "effort_minor" <= "effort_budget_minor");

ALTER TABLE "planned_day" ADD COLUMN "effort_minor" BIGINT NOT NULL DEFAULT 0;

ALTER TABLE "task" ADD COLUMN "follower_minor" BIGINT NOT NULL DEFAULT 0,
  DROP CONSTRAINT "task_earned_within_budget",
  ADD CONSTRAINT "task_earned_within_budget"
    CHECK ("follower_minor" >= 0 AND "ev_minor" BETWEEN 0 AND "budget_minor" + "follower_minor"),
  DROP CONSTRAINT "task_earning_method",
  ADD CONSTRAINT "task_earning_method" CHECK ("earning_method" IN ('percent-complete', 'zero-hundred', 'fifty-fifty',
    'weighted-milestones', 'physical', 'agile-points', 'level-of-effort', 'apportioned'));

ALTER TABLE "earning_rule" ADD COLUMN "parameters" JSONB,
  ADD COLUMN "as_of" CHAR(10),
  DROP CONSTRAINT "earning_rule_words",
  ADD CONSTRAINT "earning_rule_words" CHECK ("version" > 0 AND "method" IN ('percent-complete', 'zero-hundred',
    'fifty-fifty', 'weighted-milestones', 'physical', 'agile-points', 'level-of-effort', 'apportioned')),
  ADD CONSTRAINT "earning_rule_parameters" CHECK (("parameters" IS NOT NULL) =
    ("method" IN ('weighted-milestones', 'physical', 'agile-points', 'apportioned')));
