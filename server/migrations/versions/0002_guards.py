"""What a table definition cannot say: records that are only ever added to, ticket numbers, the job
queue's own tables, the categories to start with."""

from alembic import op
from sqlalchemy.schema import CreateSequence

from server.core.jobs import install
from server.shop.parts import NUMBERS as ORDER_NUMBERS
from server.tickets.categories import install_categories
from server.tickets.numbers import NUMBERS

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

APPEND_ONLY = (
    "moves",
    "audit_entries",
    "ratings",
    "postings",
    "lot_uses",
    "fundings",
    "refunds",
    "stock_moves",
)


def upgrade():
    op.execute("""
        CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
        END $$""")
    for table in APPEND_ONLY:
        op.execute(f"""
            CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()""")
    op.execute(CreateSequence(NUMBERS))
    op.execute(CreateSequence(ORDER_NUMBERS))
    install(op.get_bind())
    install_categories(op.get_bind())


def downgrade():
    for table in APPEND_ONLY:
        op.execute(f"DROP TRIGGER {table}_append_only ON {table}")
    op.execute("DROP FUNCTION refuse_change")
