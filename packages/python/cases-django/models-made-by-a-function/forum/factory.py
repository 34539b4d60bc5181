from django.apps import apps


def is_registered(app_label, model_name):
    try:
        apps.get_registered_model(app_label, model_name)
    except LookupError:
        return False
    else:
        return True


def model_factory(abstract_class):
    app_label = abstract_class.Meta.app_label
    model_name = abstract_class.__name__.replace('Abstract', '')

    if not is_registered(app_label, model_name):
        return type(str(model_name), (abstract_class,), {'__module__': __name__})
