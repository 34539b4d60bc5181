from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, UniqueConstraint, func, text
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class User(Base):
    __tablename__ = 'users'

    id = Column(Integer, primary_key=True)
    login = Column(String(50), nullable=False)
    age = Column(Integer, index=True)
    manager_id = Column(Integer, ForeignKey('users.id'))

    posts = relationship('Post', foreign_keys='Post.owner_id', back_populates='owner', order_by='Post.owner_id')

    __table_args__ = (
        CheckConstraint("age >= 18 AND login <> ''", name='adult'),
        UniqueConstraint('login', name='uq_login'),
        Index('idx_login_lower', func.lower(login)),
        Index('idx_login_age', 'login', text('age DESC'), postgresql_where=text("login <> 'root'")),
    )

    def __str__(self):
        return f'{self.login} ({self.age})'


class Post(Base):
    __tablename__ = 'posts'

    id = Column(Integer, primary_key=True)
    owner_id = Column(Integer, ForeignKey('users.id'), nullable=False)
    editor_id = Column(Integer, ForeignKey(User.id))

    owner = relationship(User, foreign_keys=[owner_id], back_populates='posts')
    editor = relationship(User, foreign_keys=[editor_id])
