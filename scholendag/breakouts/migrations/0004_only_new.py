from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("breakouts", "0003_ways_wishes_and_addresses")]

    operations = [
        migrations.AddField(
            model_name="division",
            name="only_new",
            field=models.BooleanField(default=False),
        ),
    ]
