"""The wishes of three months, told by theme."""

from server.demo.stories import home

STORIES = (*home.STORIES,)
