import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import django.db.models.lookups
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_tables"),
    ]

    # their first migrations ask for the first one here, which has no people yet
    run_before = [
        ("account", "0001_initial"),
        ("axes", "0001_initial"),
        ("mfa", "0001_initial"),
        ("usersessions", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                ("username", models.CharField(max_length=50, unique=True, verbose_name="用户名")),
                ("name", models.CharField(max_length=40, verbose_name="姓名")),
                ("is_active", models.BooleanField(default=True, verbose_name="启用")),
                ("joined_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["username"],
            },
        ),
        migrations.CreateModel(
            name="AccountCase",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("purpose", models.CharField(max_length=20)),
                ("unit", models.CharField(max_length=100)),
                ("account", models.CharField(blank=True, max_length=260)),
                ("name", models.CharField(max_length=200)),
                ("platform", models.CharField(max_length=50)),
                ("holder", models.CharField(blank=True, max_length=200)),
                ("reason", models.TextField()),
                ("state", models.CharField(max_length=20)),
                ("version", models.PositiveIntegerField(default=0)),
                ("begun_at", models.DateTimeField()),
                ("begun_by", models.CharField(max_length=110)),
                ("moved_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-number"],
            },
        ),
        migrations.CreateModel(
            name="AccountCaseStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                ("by", models.CharField(max_length=110)),
                ("event", models.CharField(max_length=20)),
                ("state", models.CharField(max_length=20)),
                ("text", models.TextField(blank=True)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="AdjustmentEvidence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ChainCheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("asked_by", models.CharField(max_length=100)),
                ("total", models.PositiveBigIntegerField()),
                ("walked", models.PositiveBigIntegerField(default=0)),
                ("head", models.CharField(blank=True, max_length=64)),
                ("broken", models.PositiveBigIntegerField(null=True)),
                ("reason", models.CharField(blank=True, max_length=200)),
                ("finished_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Confirmation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("unit", models.CharField(max_length=100)),
                ("by", models.CharField(max_length=110)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Dismissal",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=16)),
                ("kind", models.CharField(max_length=50)),
                ("shown", models.CharField(max_length=200)),
                ("reason", models.TextField()),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="ExemptionRequest",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("unit", models.CharField(max_length=100)),
                ("column", models.CharField(max_length=200)),
                ("period", models.CharField(max_length=60)),
                ("reason", models.TextField()),
                ("state", models.CharField(max_length=20)),
                ("asked_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("made_at", models.DateTimeField()),
                ("expires_at", models.DateTimeField()),
                ("used_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Membership",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("role", models.CharField(max_length=20)),
                ("unit", models.CharField(blank=True, max_length=100)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="NoticeVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", models.CharField(max_length=60)),
                ("number", models.PositiveIntegerField()),
                ("template", models.TextField()),
                ("title", models.TextField(blank=True)),
                ("document_number", models.CharField(blank=True, max_length=100)),
                ("issued_on", models.DateField()),
                ("rectify_by", models.DateField()),
                ("state", models.CharField(max_length=20)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["office", "period", "number"],
            },
        ),
        migrations.CreateModel(
            name="Objection",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", models.CharField(max_length=60)),
                ("unit", models.CharField(max_length=100)),
                ("subject", models.CharField(max_length=300)),
                ("measure", models.CharField(blank=True, max_length=60)),
                ("item", models.CharField(blank=True, max_length=250)),
                ("window", models.CharField(blank=True, max_length=60)),
                ("text", models.TextField()),
                ("state", models.CharField(max_length=20)),
                ("made_at", models.DateTimeField()),
                ("made_by", models.CharField(max_length=110)),
                ("decision", models.TextField(blank=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_by", models.CharField(blank=True, max_length=110)),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", models.CharField(max_length=60)),
                ("state", models.CharField(max_length=20)),
                ("shown_at", models.DateTimeField(null=True)),
                ("shown_by", models.CharField(blank=True, max_length=110)),
                ("objections_until", models.DateField(null=True)),
                ("published_at", models.DateTimeField(null=True)),
                ("published_by", models.CharField(blank=True, max_length=110)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("unit", models.CharField(max_length=100)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Rectification",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("period", models.CharField(max_length=60)),
                ("unit", models.CharField(max_length=100)),
                ("kind", models.CharField(max_length=20)),
                ("item", models.CharField(blank=True, max_length=250)),
                ("measure", models.CharField(max_length=60)),
                ("value", models.IntegerField()),
                ("target", models.IntegerField(null=True)),
                ("text", models.TextField()),
                ("deadline", models.DateField()),
                ("state", models.CharField(max_length=20)),
                ("reminded_at", models.DateTimeField(null=True)),
                ("supervised_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=0)),
            ],
            options={
                "ordering": ["deadline", "id"],
            },
        ),
        migrations.CreateModel(
            name="RectificationEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.CharField(max_length=20)),
                ("state", models.CharField(max_length=20)),
                ("text", models.TextField(blank=True)),
                ("by", models.CharField(max_length=100)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="RememberedMapping",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("signature", models.CharField(max_length=64)),
                ("mapping", models.JSONField()),
                ("said_at", models.DateTimeField()),
                ("said_by", models.CharField(max_length=110)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="ReturnedDocument",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("differences", models.JSONField()),
                ("resolution", models.TextField(blank=True)),
                ("brought_at", models.DateTimeField()),
                ("resolved_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("event", models.CharField(max_length=20)),
                ("comment", models.TextField(blank=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="SpentForm",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("token", models.UUIDField(unique=True)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Standing",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", models.CharField(max_length=60)),
                ("day", models.DateField()),
                ("basis", models.CharField(max_length=64)),
                ("warnings", models.JSONField()),
                ("progress", models.JSONField(default=list)),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="StoredFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=255)),
                ("digest", models.CharField(max_length=64)),
                ("media_type", models.CharField(max_length=100)),
                ("size", models.PositiveBigIntegerField()),
                ("kept_at", models.DateTimeField()),
            ],
            options={
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="Upload",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("period", models.CharField(max_length=60)),
                ("state", models.CharField(max_length=20)),
                ("mapping", models.JSONField(default=dict)),
                ("left_out", models.JSONField(default=list)),
                ("seen", models.JSONField(default=dict)),
                ("progress", models.JSONField(default=dict)),
                ("fault", models.TextField(blank=True)),
                ("accept_good", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=0)),
                ("uploaded_at", models.DateTimeField()),
                ("moved_at", models.DateTimeField()),
                ("moved_by", models.CharField(max_length=110)),
            ],
            options={
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="auditentry",
            name="realm",
            field=models.GeneratedField(
                db_persist=True,
                expression=models.Case(
                    models.When(
                        django.db.models.lookups.GreaterThan(
                            django.db.models.functions.text.StrIndex("object", models.Value("/")), 0
                        ),
                        then=django.db.models.functions.text.Left(
                            "object",
                            django.db.models.expressions.CombinedExpression(
                                django.db.models.functions.text.StrIndex("object", models.Value("/")),
                                "-",
                                models.Value(1),
                            ),
                        ),
                    ),
                    default=models.F("object"),
                ),
                output_field=models.CharField(max_length=300),
            ),
        ),
        migrations.AddIndex(
            model_name="auditentry",
            index=models.Index(
                fields=["realm", "sequence", "at", "action", "by", "object"], name="audit_narrowing"
            ),
        ),
        migrations.AddField(
            model_name="accountcase",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="account_cases", to="records.office"
            ),
        ),
        migrations.AddField(
            model_name="accountcasestep",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="records.accountcase"
            ),
        ),
        migrations.AddField(
            model_name="adjustmentevidence",
            name="batch",
            field=models.OneToOneField(
                on_delete=django.db.models.deletion.CASCADE, related_name="evidence", to="records.batch"
            ),
        ),
        migrations.AddField(
            model_name="confirmation",
            name="assessment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="confirmations",
                to="records.assessment",
            ),
        ),
        migrations.AddField(
            model_name="dismissal",
            name="by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="dismissal",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="dismissals", to="records.office"
            ),
        ),
        migrations.AddField(
            model_name="exemptionrequest",
            name="asked_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="exemptionrequest",
            name="decided_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="exemptionrequest",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="exemption_requests",
                to="records.office",
            ),
        ),
        migrations.AddField(
            model_name="invitation",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="invitations",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="office",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="memberships",
                to="records.office",
            ),
        ),
        migrations.AddField(
            model_name="membership",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="memberships",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="noticeversion",
            name="assessment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.assessment"
            ),
        ),
        migrations.AddField(
            model_name="noticeversion",
            name="made_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="noticeversion",
            name="notice",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="version",
                to="records.notice",
            ),
        ),
        migrations.AddField(
            model_name="noticeversion",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="records.office"
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="assessment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.assessment"
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="objections", to="records.office"
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="assessment",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.assessment"
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="former",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.assessment",
            ),
        ),
        migrations.AddField(
            model_name="publication",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="publications", to="records.office"
            ),
        ),
        migrations.AddField(
            model_name="receipt",
            name="notice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="receipts", to="records.notice"
            ),
        ),
        migrations.AddField(
            model_name="receipt",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="rectification",
            name="notice",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="rectifications",
                to="records.notice",
            ),
        ),
        migrations.AddField(
            model_name="rectification",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="rectifications",
                to="records.office",
            ),
        ),
        migrations.AddField(
            model_name="rectificationevent",
            name="rectification",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="events", to="records.rectification"
            ),
        ),
        migrations.AddField(
            model_name="rememberedmapping",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="records.office"
            ),
        ),
        migrations.AddField(
            model_name="returneddocument",
            name="brought_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="returneddocument",
            name="resolved_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="returneddocument",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="returned",
                to="records.noticeversion",
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="person",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="review",
            name="version",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="reviews",
                to="records.noticeversion",
            ),
        ),
        migrations.AddField(
            model_name="standing",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="standings", to="records.office"
            ),
        ),
        migrations.AddField(
            model_name="storedfile",
            name="kept_by",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="storedfile",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="files", to="records.office"
            ),
        ),
        migrations.AddField(
            model_name="returneddocument",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="rectificationevent",
            name="file",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="objection",
            name="evidence",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="exemptionrequest",
            name="evidence",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="adjustmentevidence",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="accountcase",
            name="evidence",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="records.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="upload",
            name="batch",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="uploads",
                to="records.batch",
            ),
        ),
        migrations.AddField(
            model_name="upload",
            name="file",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="records.storedfile"
            ),
        ),
        migrations.AddField(
            model_name="upload",
            name="office",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="uploads", to="records.office"
            ),
        ),
        migrations.AddField(
            model_name="upload",
            name="uploaded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="confirmation",
            constraint=models.UniqueConstraint(fields=("assessment", "unit"), name="confirmation_once"),
        ),
        migrations.AddConstraint(
            model_name="dismissal",
            constraint=models.UniqueConstraint(fields=("office", "key"), name="dismissed_once"),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(fields=("person", "office", "role"), name="membership_once"),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.UniqueConstraint(
                condition=models.Q(("office", None)),
                fields=("person", "role"),
                name="membership_everywhere_once",
            ),
        ),
        migrations.AddConstraint(
            model_name="membership",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("office__isnull", False),
                        ("role__in", ["liaison", "head"]),
                        models.Q(("unit", ""), _negated=True),
                    ),
                    models.Q(models.Q(("role__in", ["liaison", "head"]), _negated=True), ("unit", "")),
                    _connector="OR",
                ),
                name="membership_unit_goes_with_role",
            ),
        ),
        migrations.AddConstraint(
            model_name="noticeversion",
            constraint=models.UniqueConstraint(
                fields=("office", "period", "number"), name="version_number_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="publication",
            constraint=models.UniqueConstraint(fields=("office", "period"), name="publication_once"),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(fields=("notice", "unit"), name="receipt_once"),
        ),
        migrations.AddIndex(
            model_name="rectification",
            index=models.Index(fields=["office", "state", "deadline"], name="rectification_board"),
        ),
        migrations.AddIndex(
            model_name="rectification",
            index=models.Index(fields=["office", "unit"], name="rectification_unit"),
        ),
        migrations.AddConstraint(
            model_name="rectification",
            constraint=models.UniqueConstraint(fields=("office", "number"), name="rectification_number_once"),
        ),
        migrations.AddConstraint(
            model_name="rectification",
            constraint=models.UniqueConstraint(
                fields=("notice", "unit", "kind", "item"), name="rectification_once_a_finding"
            ),
        ),
        migrations.AddConstraint(
            model_name="rememberedmapping",
            constraint=models.UniqueConstraint(fields=("office", "signature"), name="mapping_once"),
        ),
        migrations.AddConstraint(
            model_name="standing",
            constraint=models.UniqueConstraint(fields=("office", "period"), name="standing_once"),
        ),
        migrations.AddIndex(
            model_name="objection",
            index=models.Index(fields=["office", "period", "state"], name="objection_open"),
        ),
        migrations.AddConstraint(
            model_name="accountcase",
            constraint=models.UniqueConstraint(fields=("office", "number"), name="account_case_number_once"),
        ),
        migrations.AddIndex(
            model_name="upload",
            index=models.Index(fields=["office", "period", "state"], name="upload_state"),
        ),
    ]
