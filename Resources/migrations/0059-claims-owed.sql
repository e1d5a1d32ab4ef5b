-- What is owed, by payer and by how late it is, is reckoned from this index alone.
CREATE INDEX claim_share_owed ON claim_share (centre, payer, currency, due, rest) WHERE rest > 0 AND payer IS NOT NULL;
