-- HR partners of a unit, in the place of those of the house
CREATE TABLE "hr_unit_partners" (
    "org_unit" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "person_ids" UUID[],

    CONSTRAINT "hr_unit_partners_pkey" PRIMARY KEY ("org_unit")
);
