"""Market days (近邻圩日): what an occasion needs to be one — stalls, vehicles, themes, the gate."""
