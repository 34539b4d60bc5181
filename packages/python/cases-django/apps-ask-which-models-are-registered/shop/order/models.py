from shop.loading import is_model_registered
from shop.order.abstract_models import AbstractLine, AbstractOrder

if not is_model_registered('order', 'Order'):

    class Order(AbstractOrder):
        pass


if not is_model_registered('order', 'Line'):

    class Line(AbstractLine):
        pass
