-- Whoever may see a posting sees who made it, also without the list of people.
CREATE TABLE "person_name" (
    "person_id" UUID NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("person_id")
);
