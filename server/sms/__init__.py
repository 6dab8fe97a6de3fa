"""Short messages to a phone, through a gateway that speaks a small HTTP of our own.

    POST {SMS_BASE}/messages      Authorization: Bearer {SMS_KEY}
    {"id": "…", "phone": "138…", "template": "sign_in", "params": {"code": "123456"}}

    202  accepted                        200  this id was accepted before, nothing sent again
    4xx  {"code": "bad_phone", "message": "…"}   refused for good
    408, 429, 5xx, silence               try again with the same id

A provider with another interface gets a small adapter in front, not a branch in here.
"""
