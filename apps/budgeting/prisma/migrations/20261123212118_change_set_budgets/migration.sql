-- What an approved scenario makes of budgets: each line says the budget it asks for, and what came of it in the ledger.
ALTER TABLE "change_set_line"
    ADD COLUMN "new_budget_minor" BIGINT CHECK ("new_budget_minor" >= 0),
    ADD COLUMN "budget_outcome" TEXT CHECK ("budget_outcome" IN ('posted', 'refused')),
    ADD COLUMN "budget_settled" TEXT,
    ADD COLUMN "budget_entry_id" UUID,
    ADD CONSTRAINT "change_set_line_budget_settled" CHECK (("budget_outcome" IS NULL) = ("budget_settled" IS NULL)),
    ADD CONSTRAINT "change_set_line_budget_entry" CHECK ("budget_entry_id" IS NULL OR "budget_outcome" = 'posted');

-- Lines drafted before: what was used until now, and what the scenario gives from now on.
UPDATE "change_set_line" l
   SET "new_budget_minor" = l."cost_minor" + coalesce((
         SELECT greatest(b."ac_minor", 0) FROM "budget" b
          WHERE b."project_id" = l."project_id" AND b."currency" = c."currency"), 0)
  FROM "change_set" c
 WHERE c."scenario_id" = l."scenario_id" AND l."cost_minor" IS NOT NULL;
