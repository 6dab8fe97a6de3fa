"""The whole of a resident's way, in the normal look and in 长辈版, every page measured."""


