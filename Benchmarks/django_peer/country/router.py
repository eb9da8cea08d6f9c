class CountryRouter:
    """Loa's tables lie in Loa's file; sessions and people in the peer's own."""

    def db_for_read(self, model, **hints):
        return "country" if model._meta.app_label == "country" else None

    def allow_migrate(self, db, app_label, **hints):
        return db == "default" and app_label != "country"
