ALTER TABLE letter ADD COLUMN unsubscribe TEXT CHECK (length(unsubscribe) <= 300);   -- where its reader leaves the list it was sent to, by POST (RFC 8058)
