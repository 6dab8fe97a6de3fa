"""From rows to what a view shows: names, words, what is allowed. Nothing here changes anything."""
