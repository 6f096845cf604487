-- What projects and quality each say of a milestone is dated by itself, so that the line about it does not depend on
-- which of the two was heard first.
ALTER TABLE "milestone" ADD COLUMN "slipped_on" CHAR(10), ADD COLUMN "reopened_on" CHAR(10);

UPDATE "milestone" m SET "slipped_on" = a."since"
  FROM "attention" a
 WHERE a."kind" = 'milestone' AND a."subject_id" = m."milestone_id" AND a."cleared_at" IS NULL;

-- A settled line is nobody's concern; whether it was ever open could depend on the order of arrival.
DELETE FROM "attention" WHERE "cleared_at" IS NOT NULL;

DROP INDEX "attention_cleared_at_visible_from_idx";

ALTER TABLE "attention" DROP COLUMN "cleared_at";

CREATE INDEX "attention_project_id_idx" ON "attention"("project_id");
