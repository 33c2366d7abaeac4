"""How far two words are apart: by letters more, less or other, and by neighbours in the other order."""


def is_near(one: str, other: str) -> bool:
    """Tell whether two words differ by one letter, more, less or other, by two neighbours swapped, or not at all."""
    start = _same(one, other)
    left, right = one[start:], other[start:]
    if left[1:] == right[1:] or left == right[1:] or left[1:] == right:
        return True
    return left[:2] == right[1::-1] and left[2:] == right[2:]


def apart(one: str, other: str, most: int) -> int:
    """Return by how many letters two words differ; one more than `most`, where it is more than that."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    start = _same(one, other)
    one, other = one[start:], other[start:]
    before, row = list[int](), list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        earlier, before, row = before, row, [at]
        for to, right in enumerate(other, 1):
            cost = min(before[to] + 1, row[-1] + 1, before[to - 1] + (letter != right))
            if at > 1 and to > 1 and letter == other[to - 2] and one[at - 2] == right:
                cost = min(cost, earlier[to - 2] + 1)
            row.append(cost)
        if min(row) > most and min(before) >= most:
            return most + 1
    return min(row[-1], most + 1)


def _same(one: str, other: str) -> int:
    """Return how many letters at their beginning two words share."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))
