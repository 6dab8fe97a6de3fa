"""The shop (积分超市): goods and services for points, orders, vouchers, the counter."""
