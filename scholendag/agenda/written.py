"""Whether people wrote or prepared something in a block, which would go with it."""

from django.db.models import ForeignObjectRel

from scholendag.agenda.models import Block


def holds_writing(block: Block) -> bool:
    """Does anything that another app keeps hang on this block? The agenda need not know what."""
    return any(_holds(relation, block) for relation in Block._meta.related_objects)


def _holds(relation: ForeignObjectRel, block: Block) -> bool:
    model = relation.related_model
    if isinstance(model, str) or model._meta.app_label == Block._meta.app_label:
        return False
    return model._default_manager.filter(**{relation.field.name: block}).exists()
