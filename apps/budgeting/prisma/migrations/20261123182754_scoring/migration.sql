-- Ways to score candidates, version by version; rounds in which people score by one of them; and what each person gave.
CREATE TABLE "scoring_model_version" (
    "model_id" UUID NOT NULL,
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "name" TEXT NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('drafted', 'published')),
    "body" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,
    "decision" TEXT,

    CONSTRAINT "scoring_model_version_pkey" PRIMARY KEY ("model_id","version"),
    CONSTRAINT "scoring_model_decided" CHECK (("state" = 'published') = ("decision" IS NOT NULL))
);

CREATE TABLE "scoring_round" (
    "round_id" UUID NOT NULL,
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "name" TEXT NOT NULL,
    "portfolio" TEXT NOT NULL,
    "model_id" UUID NOT NULL,
    "model_version" INTEGER NOT NULL,
    "state" TEXT NOT NULL CHECK ("state" IN ('open', 'closed')),
    "candidates" JSONB NOT NULL,
    "raters" JSONB NOT NULL,
    "rater_ids" UUID[],
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by" TEXT NOT NULL,

    CONSTRAINT "scoring_round_pkey" PRIMARY KEY ("round_id")
);

CREATE TABLE "candidate_rating" (
    "round_id" UUID NOT NULL,
    "candidate_id" TEXT NOT NULL,
    "rater_person_id" UUID NOT NULL,
    "version" INTEGER NOT NULL CHECK ("version" > 0),
    "rater" TEXT NOT NULL,
    "rated_on" CHAR(10) NOT NULL,
    "scores" JSONB NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "candidate_rating_pkey" PRIMARY KEY ("round_id","candidate_id","rater_person_id","version")
);

CREATE INDEX "scoring_round_recorded_at_idx" ON "scoring_round"("recorded_at");

ALTER TABLE "scoring_round" ADD CONSTRAINT "scoring_round_model_id_model_version_fkey" FOREIGN KEY ("model_id", "model_version") REFERENCES "scoring_model_version"("model_id", "version") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "candidate_rating" ADD CONSTRAINT "candidate_rating_round_id_fkey" FOREIGN KEY ("round_id") REFERENCES "scoring_round"("round_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was scored, and what it was scored by, stays; so does a closed round.
CREATE TRIGGER scoring_model_version_only_grows BEFORE UPDATE OR DELETE ON "scoring_model_version"
  FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE TRIGGER candidate_rating_only_grows BEFORE UPDATE OR DELETE ON "candidate_rating"
  FOR EACH ROW EXECUTE FUNCTION only_grows();
CREATE FUNCTION scoring_round_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'scoring round % is closed and stays as it is', OLD.name;
END
$$;
CREATE TRIGGER scoring_round_closed BEFORE UPDATE OR DELETE ON "scoring_round"
  FOR EACH ROW WHEN (OLD."state" = 'closed') EXECUTE FUNCTION scoring_round_is_closed();
