def venues():
    from market.models import Venue

    return Venue.objects.all()
