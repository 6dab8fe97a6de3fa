"""Points (积分): money to the people who hold them."""
