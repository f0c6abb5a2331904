"""Database, migrations, file store, reference data. Knows no Qt and no PDF."""
