-- What an installation says of its certificates concerns all records from there, whichever neighbour it was when they came.
CREATE INDEX brought_record_installation ON brought_record (installation);
