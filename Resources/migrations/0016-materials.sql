-- What an event leaves in people's hands: papers for participants, photos of the day.

CREATE TABLE event_material (
    id {id},
    event {int} NOT NULL REFERENCES event (id),
    file {int} NOT NULL REFERENCES file (id),
    title TEXT NOT NULL CHECK (length(title) <= 300),
    audience TEXT NOT NULL CHECK (audience IN ('public', 'admitted', 'staff')),
    consent TEXT NOT NULL DEFAULT '' CHECK (length(consent) <= 1000),   -- who agreed that a photo is shown, and how
    added {int} NOT NULL
);
CREATE INDEX event_material_event ON event_material (event, id);
CREATE INDEX event_material_file ON event_material (file);
