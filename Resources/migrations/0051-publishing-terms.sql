-- Since when and until when an article is shown, to the minute, beside the day that it bears; and of information that grows old when it was checked, and by what.
ALTER TABLE article ADD COLUMN starts {int};
ALTER TABLE article ADD COLUMN ends {int};
ALTER TABLE article ADD COLUMN information {bool} NOT NULL DEFAULT {false};   -- a page of information from elsewhere, such as calls for retraining
ALTER TABLE article ADD COLUMN checked TEXT;                                  -- the local day on which somebody last saw that it holds
ALTER TABLE article ADD COLUMN source TEXT NOT NULL DEFAULT '' CHECK (length(source) <= 300);
ALTER TABLE article ADD COLUMN link TEXT NOT NULL DEFAULT '' CHECK (length(link) <= 300);
CREATE INDEX article_ends ON article (centre, ends) WHERE ends IS NOT NULL;
