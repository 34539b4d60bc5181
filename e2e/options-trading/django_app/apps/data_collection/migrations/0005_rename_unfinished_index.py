from django.db import migrations


class Migration(migrations.Migration):

    dependencies = [
        ("data_collection", "0004_unique_job_uuid"),
    ]

    operations = [
        migrations.RenameIndex(
            model_name="collectionjob",
            new_name="idx_jobs_unfinished",
            old_name="jobs_unfinished_idx",
        ),
    ]
