-- CreateTable
CREATE TABLE "partner" (
    "partner_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "name" TEXT NOT NULL,
    "name_key" TEXT NOT NULL,
    "contact_name" TEXT,
    "contact_email" TEXT,
    "agreed_from" CHAR(10) NOT NULL,
    "agreed_until" CHAR(10),

    CONSTRAINT "partner_pkey" PRIMARY KEY ("partner_id")
);

-- CreateTable
CREATE TABLE "partner_person" (
    "person_id" UUID NOT NULL,
    "partner_id" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "access_from" CHAR(10) NOT NULL,
    "access_until" CHAR(10) NOT NULL,
    "told_until" CHAR(10),

    CONSTRAINT "partner_person_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "partner_access" (
    "person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "access_until" CHAR(10) NOT NULL,
    "reason" TEXT,
    "changed_by" UUID NOT NULL,
    "changed_by_name" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "partner_access_pkey" PRIMARY KEY ("person_id","version")
);

-- CreateIndex
CREATE UNIQUE INDEX "partner_name_key_key" ON "partner"("name_key");

-- CreateIndex
CREATE INDEX "partner_person_partner_id_idx" ON "partner_person"("partner_id");

-- CreateIndex
CREATE INDEX "partner_person_access_until_idx" ON "partner_person"("access_until");

-- AddForeignKey
ALTER TABLE "partner_person" ADD CONSTRAINT "partner_person_partner_id_fkey" FOREIGN KEY ("partner_id") REFERENCES "partner"("partner_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "partner_access" ADD CONSTRAINT "partner_access_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "partner_person"("person_id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "partner" ADD CONSTRAINT "partner_agreed_days" CHECK ("agreed_until" IS NULL OR "agreed_until" >= "agreed_from");
ALTER TABLE "partner_person" ADD CONSTRAINT "partner_person_access_days" CHECK ("access_until" >= "access_from");
CREATE FUNCTION "partner_access_stays"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Who was let in until when stays.' USING ERRCODE = 'integrity_constraint_violation';
END
$$;
CREATE TRIGGER "partner_access_only_grows" BEFORE UPDATE OR DELETE ON "partner_access" FOR EACH ROW EXECUTE FUNCTION "partner_access_stays"();
