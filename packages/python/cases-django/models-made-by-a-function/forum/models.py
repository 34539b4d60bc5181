from forum.abstract_models import AbstractPoster, AbstractTopic
from forum.factory import model_factory

Topic = model_factory(AbstractTopic)
Poster = model_factory(AbstractPoster)
