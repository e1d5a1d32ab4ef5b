-- An article that was taken out leaves its number behind: versions are compared and comments are read by it, and none comes again.
ALTER TABLE initiative_article ADD COLUMN gone {int};
