"""What programs ask: the list of events as it is kept, and narrowed, beside /health."""

LIST_LIMIT = 10         # times /health
PAGES = [
    ("API: list of events", "/api/v1/events", False, LIST_LIMIT),
    ("API: list of events of a day", "/api/v1/events?from=2000-01-01", False, None),
    ("API: one event", "/api/v1/events/1", False, None),
    ("API: description", "/api/v1/openapi.json", False, None),
]
