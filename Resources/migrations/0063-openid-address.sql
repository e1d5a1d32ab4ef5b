-- Whether an address alone made the link, without a proof of its owner. How the earlier ones were made is not known: they count as made so.
ALTER TABLE openid_identity ADD COLUMN by_address {bool} NOT NULL DEFAULT {true};
