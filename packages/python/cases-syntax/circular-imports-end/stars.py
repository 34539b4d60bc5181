from starred import *
here = 1
