import os


def setting(name):
    """Reached while `base` runs, but the branch is not taken."""
    if os.environ.get("SETTINGS_IN_DATABASE"):
        from models import Setting

        return Setting.__table__.c.value
    return None
