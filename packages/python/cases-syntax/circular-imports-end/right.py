from left import x
