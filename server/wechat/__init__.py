"""WeChat's server side as this product needs it: seven calls, the push check, message values."""
