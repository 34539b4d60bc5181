from django.db import models
from django.db.models import Q


class Customer(models.Model):
    email = models.TextField(unique=True)
    full_name = models.TextField()
    is_active = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        db_table = "customers"


class Order(models.Model):
    class Status(models.TextChoices):
        OPEN = "open"
        PAID = "paid"
        SHIPPED = "shipped"

    customer = models.ForeignKey(Customer, on_delete=models.CASCADE, related_name="orders")
    status = models.TextField(choices=Status.choices, default=Status.OPEN)
    total = models.DecimalField(max_digits=10, decimal_places=2, default=0)
    note = models.TextField(null=True, blank=True)
    placed_at = models.DateTimeField(auto_now_add=True)
    paid_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        db_table = "orders"
        constraints = [models.CheckConstraint(condition=Q(total__gte=0), name="orders_total_check")]
        indexes = [models.Index(fields=["customer", "-placed_at"], name="orders_customer_placed_idx")]


class OrderLine(models.Model):
    order = models.ForeignKey(Order, on_delete=models.CASCADE, related_name="lines")
    product = models.ForeignKey("Product", on_delete=models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField(default=1)
    price = models.DecimalField(max_digits=10, decimal_places=2)

    class Meta:
        db_table = "order_lines"
        constraints = [models.UniqueConstraint(fields=["order", "product"], name="one_line_per_product")]


class Product(models.Model):
    sku = models.CharField(max_length=40, unique=True)
    title = models.TextField()
    price = models.DecimalField(max_digits=10, decimal_places=2)
    weight_kg = models.FloatField(null=True, blank=True)

    class Meta:
        db_table = "products"
