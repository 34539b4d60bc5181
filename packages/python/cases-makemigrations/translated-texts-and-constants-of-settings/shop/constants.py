KIND = "a"
LIMIT = 60 * 60
