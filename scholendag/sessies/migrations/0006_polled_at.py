from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("sessies", "0005_verteller")]

    operations = [
        migrations.AddField(
            model_name="participant",
            name="polled_at",
            field=models.DateTimeField(blank=True, null=True),
        ),
    ]
