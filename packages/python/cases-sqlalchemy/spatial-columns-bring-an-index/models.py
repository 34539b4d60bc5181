from geoalchemy2 import Geography, Geometry, Raster
from sqlalchemy import Column, Integer
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase): ...


class Place(Base):
    __tablename__ = "places"

    id: Mapped[int] = mapped_column(primary_key=True)
    point = Column(Geometry("POINT", srid=4326), nullable=False)
    outline = Column(Geometry("POLYGON", 4326, spatial_index=False))
    route: Mapped[bytes] = mapped_column(Geography("LINESTRING", srid=4326))
    volume = Column(Geometry("POLYHEDRALSURFACEZ", dimension=3, use_N_D_index=True))
    picture = Column(Raster)
