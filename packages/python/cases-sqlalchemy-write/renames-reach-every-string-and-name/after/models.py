from sqlalchemy import CheckConstraint, Column, ForeignKey, Index, Integer, String, UniqueConstraint, func, text
from sqlalchemy.orm import declarative_base, relationship

Base = declarative_base()


class User(Base):
    __tablename__ = 'accounts'

    id = Column(Integer, primary_key=True)
    username = Column(String(50), nullable=False)
    age = Column(Integer)
    manager_id = Column(Integer, ForeignKey('accounts.id'))

    posts = relationship('Post', foreign_keys='Post.author_id', back_populates='owner', order_by='Post.author_id')

    __table_args__ = (
        CheckConstraint("age >= 18 AND username <> ''", name='adult'),
        UniqueConstraint('username', name='uq_username'),
        Index('idx_username_lower', func.lower(username)),
        Index('idx_login_age', 'username', text('age DESC'), postgresql_where=text("username <> 'root'")),
        Index('idx_by_age', 'age'),
    )

    def __str__(self):
        return f'{self.username} ({self.age})'


class Post(Base):
    __tablename__ = 'posts'

    id = Column(Integer, primary_key=True)
    author_id = Column(Integer, ForeignKey('accounts.id'), nullable=False)
    editor_id = Column(Integer, ForeignKey(User.id))

    owner = relationship(User, foreign_keys=[author_id], back_populates='posts')
    editor = relationship(User, foreign_keys=[editor_id])
