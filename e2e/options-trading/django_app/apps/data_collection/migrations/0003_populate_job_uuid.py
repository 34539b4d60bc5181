import uuid

from django.db import migrations


def give_every_job_a_uuid(apps, schema_editor):
    CollectionJob = apps.get_model("data_collection", "CollectionJob")
    for job in CollectionJob.objects.filter(job_uuid__isnull=True).iterator():
        job.job_uuid = uuid.uuid4()
        job.save(update_fields=["job_uuid"])


class Migration(migrations.Migration):

    dependencies = [
        ("data_collection", "0002_job_uuid"),
    ]

    operations = [
        migrations.RunPython(give_every_job_a_uuid, migrations.RunPython.noop),
    ]
