-- A risk may do good: an opportunity shortens or saves, so its exposure is negative.
ALTER TABLE "raid_entry" ADD COLUMN "effect" TEXT NOT NULL DEFAULT 'threat',
    DROP CONSTRAINT "raid_entry_ends_as_its_kind",
    DROP CONSTRAINT "raid_entry_exposed_while_open",
    ADD CONSTRAINT "raid_entry_opportunity_is_a_risk" CHECK ("effect" = 'threat'
        OR ("effect" = 'opportunity' AND "kind" = 'risk')),
    ADD CONSTRAINT "raid_entry_ends_as_its_kind" CHECK ("status" = 'open'
        OR ("effect" = 'opportunity' AND "status" IN ('met', 'expired', 'dropped'))
        OR ("effect" = 'threat' AND ("status" = 'converted'
            OR ("kind" = 'risk' AND "status" IN ('averted', 'expired'))
            OR ("kind" = 'assumption' AND "status" IN ('confirmed', 'void'))
            OR ("kind" = 'issue' AND "status" = 'resolved')
            OR ("kind" = 'dependency' AND "status" IN ('met', 'dropped'))))),
    ADD CONSTRAINT "raid_entry_answered_as_its_effect" CHECK ("strategy" IS NULL
        OR ("effect" = 'threat' AND "strategy" IN ('avoid', 'reduce', 'transfer', 'accept'))
        OR ("effect" = 'opportunity' AND "strategy" IN ('exploit', 'enhance', 'share', 'accept'))),
    ADD CONSTRAINT "raid_entry_exposed_while_open" CHECK (
        (("effect" = 'threat' AND "exposure_minor" >= 0 AND "exposure_centidays" >= 0)
            OR ("effect" = 'opportunity' AND "exposure_minor" <= 0 AND "exposure_centidays" <= 0))
        AND ("status" = 'open' OR ("exposure_minor" = 0 AND "exposure_centidays" = 0)));
