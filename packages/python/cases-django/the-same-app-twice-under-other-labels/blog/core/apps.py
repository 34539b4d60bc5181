from django.apps import AppConfig


class BlogCore(AppConfig):
    name = 'blog.core'
    label = 'blog_core'
