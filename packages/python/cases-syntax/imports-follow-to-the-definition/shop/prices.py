import shop.items.base as deep
import shop.items
from shop import PublicItem
from .items import *
from .nowhere import lost
from unheard.of import something
from site_thing.models import Installed
import space.inner.leaf
low = shop.items.base.PUBLIC
leaf = space.inner.leaf.VALUE
gone = deep.absent
