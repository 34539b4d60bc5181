from right import x
