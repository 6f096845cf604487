-- What the figures of a project say of its labour stands beside what it cost: figures are told to people who may not see rates.
ALTER TABLE "budget" ADD COLUMN "labour_minor" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "labour_shown_minor" BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN "labour_minutes" INTEGER NOT NULL DEFAULT 0,
  ADD COLUMN "is_cost_partial" BOOLEAN NOT NULL DEFAULT false;

UPDATE "budget" SET
  "labour_minor" = l.exact, "labour_minutes" = l.minutes, "labour_shown_minor" = l.shown,
  "is_cost_partial" = l.pending * 10 > l.minutes,
  "ac_minor" = "ac_minor" - l.exact + l.shown
FROM (
  SELECT t.project_id, sum(t.amount_minor)::bigint AS exact, sum(t.minutes)::int AS minutes,
         coalesce(sum(abs(t.minutes)) FILTER (WHERE t.release_no IS NULL), 0)::int AS pending,
         coalesce((SELECT r.shown_minor FROM labour_release r
                    WHERE r.project_id = t.project_id ORDER BY r.release_no DESC LIMIT 1), 0) AS shown
    FROM time_booking t WHERE t.state = 'posted' GROUP BY t.project_id
) l WHERE l.project_id = "budget"."project_id";
