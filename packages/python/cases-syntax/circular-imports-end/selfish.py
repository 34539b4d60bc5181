from selfish import nothing
