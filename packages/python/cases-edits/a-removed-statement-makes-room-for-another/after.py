class Stock:
    a = 1
    c = 3

    class Meta:
        x = 1


class Quote:
    c = 3
