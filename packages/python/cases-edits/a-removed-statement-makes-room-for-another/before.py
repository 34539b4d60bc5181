class Stock:
    a = 1
    b = 2

    class Meta:
        x = 1


class Quote:
    a = 1
