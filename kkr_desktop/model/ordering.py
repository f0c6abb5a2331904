"""Sort keys with room between them, so that moving one row changes that row alone."""

STEP = 1 << 20


def key_between(before: int | None, after: int | None) -> int | None:
    """Return a key that sorts between two neighbours; `None` as neighbour is the open end.

    Returns `None` when there is no room left: the siblings must be spread anew
    with `spread_keys`.
    """
    if before is None:
        return 0 if after is None else after - STEP
    if after is None:
        return before + STEP
    middle = (before + after) // 2
    return middle if before < middle < after else None


def spread_keys(count: int) -> list[int]:
    """Return `count` rising keys with equal room between them."""
    return [index * STEP for index in range(count)]
