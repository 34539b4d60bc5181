from app.users import User
from app.orders import *
