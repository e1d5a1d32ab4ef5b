-- Who may be reminded is read from this index alone too: what is cancelled is asked of nobody.
DROP INDEX claim_share_owed;
CREATE INDEX claim_share_owed ON claim_share (centre, payer, currency, due, rest, claim) WHERE rest > 0 AND payer IS NOT NULL;
CREATE INDEX claim_cancelled ON claim (centre) WHERE cancelled IS NOT NULL;
