try:
    import values as found
except ImportError:
    found = None
try:
    from absent_package import helper
except ImportError:
    helper = None
try:
    from .missing import thing
except ImportError:
    thing = "fallback"
try:
    import json
except ImportError:
    json = None
finally:
    done = True
