def rounds(home, random, quick):
    return []
commands = screen = rounds
